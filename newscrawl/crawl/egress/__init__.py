"""A filtering HTTP proxy on loopback: the one door through which the browser leaves this machine."""

from newscrawl.crawl.egress.limits import Limits
from newscrawl.crawl.egress.proxy import EgressProxy
from newscrawl.crawl.egress.routes import Routes

__all__ = ["EgressProxy", "Limits", "Routes"]

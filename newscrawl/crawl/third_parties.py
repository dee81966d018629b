"""Hosts that pages load to advertise and to count their readers, never for the article: the browser leaves them out."""

from __future__ import annotations

from newscrawl.crawl.addresses import host_and_port

# Whole domains that serve nothing else: application bundles, players and consent come from elsewhere. Pages hand these
# scripts their calls in a queue, and go on without them: they load late, fail often, and many readers block them.
_ADVERTS = frozenset(
    {
        "2mdn.net", "adnxs.com", "adsrvr.org", "amazon-adsystem.com", "casalemedia.com", "criteo.com", "criteo.net",
        "doubleclick.net", "googleadservices.com", "googlesyndication.com", "googletagservices.com", "mgid.com",
        "openx.net", "outbrain.com", "pubmatic.com", "rubiconproject.com", "smartadserver.com", "taboola.com",
        "teads.tv",
    }
)  # fmt: skip
"""A crawl is no reader: an advert that it loads is paid for, and seen by nobody."""
_COUNTERS = frozenset(
    {
        "bluekai.com", "chartbeat.com", "chartbeat.net", "clarity.ms", "cloudflareinsights.com", "crwdcntrl.net",
        "demdex.net", "google-analytics.com", "histats.com", "hotjar.com", "nr-data.net", "quantserve.com",
        "scorecardresearch.com",
    }
)  # fmt: skip
"""It would be counted among the readers."""
_LEFT_OUT = _ADVERTS | _COUNTERS


def is_left_out(url: str) -> bool:
    """Whether the URL belongs to one of these domains, or to a host below it."""
    try:
        labels = host_and_port(url)[0].split(".")
    except ValueError:  # "http://[broken"
        return False
    return any(".".join(labels[i:]) in _LEFT_OUT for i in range(max(0, len(labels) - 4), len(labels) - 1))

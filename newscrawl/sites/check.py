"""What is doubtful about a site definition that is allowed: advice to its author."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from newscrawl.sites.base import Site
from newscrawl.sites.generic import registered_domain

# A repeat of what repeats already: (a+)+, (?:\w*-?)*. Such a pattern can take for ever on a URL that almost matches.
_NESTED_REPEAT = re.compile(r"\((?:\?:)?[^()]{0,200}[*+][^()]{0,200}\)(?:[*+]|\{\d{0,9},\})")


def check(site: Site) -> list[str]:
    """Sentences that each name a field of ``site`` and what is doubtful about it; none when nothing is."""
    return [*_missing(site), *_domains(site), *_patterns(site), *_seeds(site)]


def _missing(site: Site) -> Iterator[str]:
    if not site.sections:
        yield "sections: there are none, so there is nothing to crawl"
    if site.article_url is None:
        yield "article_url: is not given, so every page has to be fetched to tell whether it is an article"
    if site.language is None:
        yield "language: is not given, so it is guessed from every text"


def _domains(site: Site) -> Iterator[str]:
    for domain in site.domains:
        registered = registered_domain(f"http://[{domain}]/" if ":" in domain else f"http://{domain}/")
        if registered != domain:
            yield f"domains: {domain} is a part of {registered}, whose other hosts are left out"
    for field, hosts in (("deny_hosts", site.deny_hosts), ("timezones", tuple(site.timezones))):
        for host in hosts:
            if site.domain_of(f"http://{host}/") is None:
                yield f"{field}: {host} is not under {', '.join(site.domains)}, so it has no effect"


def _patterns(site: Site) -> Iterator[str]:
    for field in ("article_url", "deny_url"):
        pattern = getattr(site, field) or ""
        if _NESTED_REPEAT.search(re.sub(r"\\.|\[[^\]]*\]", "x", pattern)):
            yield f"{field}: repeats what repeats already, which can take for ever on a long URL"
        if pattern and not pattern.startswith("^"):
            yield f"{field}: does not begin with ^, so it also matches inside another page's query"


def _seeds(site: Site) -> Iterator[str]:
    seeds = [(section.name, kind, url) for section in site.sections for kind, url in section.seeds]
    for url, times in Counter(url for _, _, url in seeds).items():
        if times > 1:
            yield f"sections: {url} is read {times} times"
    for name, kind, url in seeds:
        if not site.allows(url):
            yield f"sections: {name}: {url} is denied by deny_url"
        if site.is_article(url):
            yield f"sections: {name}: the {kind} {url} matches article_url"
        if urlsplit(url).fragment:
            yield f"sections: {name}: {url} has a fragment, which no server sees"

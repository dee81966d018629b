"""Which network addresses are anybody's to connect to, and which hosts were named as exceptions."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterable
from urllib.parse import urlsplit
from urllib.request import getproxies

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_UNICAST = ipaddress.ip_network("2000::/3")  # all that IANA has given out; the rest is local, mapped or nobody's
# IPv6 networks whose last 32 bits are an IPv4 address: mapped, compatible (both RFC 4291), translated (RFC 2765), NAT64
# (RFC 6052). A local NAT64 prefix (64:ff9b:1::/48) may lead anywhere, and is refused with all that is not unicast.
_EMBEDDED = tuple(map(ipaddress.IPv6Network, ("::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96")))
_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}


def is_public(address: Address) -> bool:
    """Whether anybody on the internet can be reached there; an IPv4 address inside an IPv6 one is judged itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast
    inner = _embedded(address)
    return is_public(inner) if inner else address in _UNICAST and address.is_global


def literal_address(host: str) -> Address | None:
    """The address that a host spells, also as ``127.1``, ``0x7f.1`` or ``2130706433``; None for a name."""
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, UnicodeEncodeError, ValueError):  # ValueError: a NUL
        return None


def is_refused(url: str, allowed: frozenset[str]) -> bool:
    """Whether the URL's host is this machine or a literal address that is not public, and no exception.

    An exception for one port of a host refuses the others. A URL that cannot be read is refused.
    """
    try:
        return is_host_refused(*host_and_port(url), allowed)
    except ValueError:
        return True


def host_and_port(url: str) -> tuple[str, int]:
    """The URL's host in lower case and its port, the scheme's usual one when it names none; raises ValueError."""
    parts = urlsplit(url)
    return (parts.hostname or "").rstrip("."), parts.port or _PORTS.get(parts.scheme, 0)


def is_host_refused(host: str, port: int, allowed: frozenset[str]) -> bool:
    """`is_refused`, of a host (an IPv6 address without brackets) and its port."""
    if is_exception(host, port, allowed):
        return False
    name = host.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    address = literal_address(name)
    return not is_public(address) if address else any(known.partition(":")[0] == name for known in allowed)


def is_exception(host: str, port: int, allowed: frozenset[str]) -> bool:
    """Whether the host, or the host and port, was named in NEWSCRAWL_ALLOW_HOSTS."""
    name = host.lower().rstrip(".")
    shown = f"[{name}]" if ":" in name else name
    return shown in allowed or f"{shown}:{port}" in allowed


def first_private(addresses: Iterable[str]) -> str | None:
    """The first of the addresses that a name leads to which is not public; None when all are."""
    return next((each for each in addresses if not is_public(ipaddress.ip_address(each.partition("%")[0]))), None)


def proxy_hosts() -> frozenset[str]:
    """The hosts of the proxies that the environment configures."""
    return frozenset(host for proxy in getproxies().values() if (host := urlsplit(proxy).hostname))


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    inner = address.sixtofour or (address.teredo and address.teredo[1])
    if inner is None and any(address in network for network in _EMBEDDED):
        inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return inner or None

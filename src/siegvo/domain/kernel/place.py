"""Where on the network somebody is, as far as counting them goes."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

_HOUSEHOLD = 64
_VICINITY = {4: 24, 6: 48}


def place_of(address: str) -> str:
    """Return what one household, or one machine, cannot change at will.

    An IPv4 address is itself; of an IPv6 address only the /64 counts, for its last half is
    free to choose.  What is no address is taken as it stands.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(_outermost(found))


def _outermost(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Network:
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    return IPv6Network((address, _HOUSEHOLD), strict=False)


def vicinity_of(address: str) -> str:
    """Return the part of an address that says where, and not who: of an IPv4, all but the end.

    What is no address is nowhere.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    outer = found.ipv4_mapped if isinstance(found, IPv6Address) and found.ipv4_mapped else found
    return str(ip_network((outer, _VICINITY[outer.version]), strict=False))

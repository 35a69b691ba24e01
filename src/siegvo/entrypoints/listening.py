"""The place where a server will listen, kept from others while it does."""

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import attrs


@attrs.frozen
class PortTaken(Exception):
    """Something else answers there already."""

    port: int


@attrs.frozen
class PlaceUnusable(Exception):
    """No such address on this machine, or no right to listen there."""

    host: str
    port: int


@contextmanager
def held(host: str, port: int) -> Iterator[None]:
    """Keep the port: our servers share theirs among processes, and would not notice another.

    Raises:
        PortTaken: something has it already.
        PlaceUnusable: no server can listen there.
    """
    try:
        ours = _bound(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port) from error
        raise PlaceUnusable(host, port) from error
    with ours:
        yield


def _bound(host: str, port: int) -> socket.socket:
    family, kind, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind) as probe:
        # What the server before us has just left behind is no reason to wait.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(place)
    ours = socket.socket(family, kind)
    try:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        ours.bind(place)
    except OSError:
        ours.close()
        raise
    return ours

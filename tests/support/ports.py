"""A port of this machine, kept for one test."""

from collections.abc import Iterator
from contextlib import contextmanager
from socket import SO_REUSEADDR, SO_REUSEPORT, SOL_SOCKET, socket


@contextmanager
def kept_port() -> Iterator[int]:
    """Give a port where nobody listens, and nobody else may settle meanwhile.

    A server that shares its port among its processes, as ours does, may listen there: what was
    only looked for, and found free, another program could take before.
    """
    with socket() as keeper:
        keeper.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        keeper.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        keeper.bind(("127.0.0.1", 0))
        port: int = keeper.getsockname()[1]
        yield port

"""Time as a busy machine lets one feel it."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Final

import attrs

_TICK: Final = 0.01


@attrs.define
class Felt:
    """The seconds that went by; those in which nothing had its turn are not among them."""

    seconds: float = 0.0


@contextmanager
def felt_time() -> Iterator[Felt]:
    """Count the time of the block: never more than a clock would, and less when all is slow.

    A limit that is held on a quiet machine is then held on a busy one too.
    """
    felt, end = Felt(), Event()

    def count() -> None:
        while not end.wait(_TICK):
            felt.seconds += _TICK

    thread = Thread(target=count)
    thread.start()
    try:
        yield felt
    finally:
        end.set()
        thread.join()

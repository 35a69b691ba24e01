"""Register, link, move, import, unlink in any order: nobody sees another's days."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support.in_memory.readers import InMemoryReaders
from tests.support.in_memory.world import World
from tests.support.tenancy_machine import TenancyMachine


class QuickWorld(World):
    """A world that is looked at often: nothing is copied to see whether a look wrote."""

    @contextmanager
    def look(self) -> Iterator[InMemoryReaders]:
        yield InMemoryReaders.of(self.kept)


class InMemory(TenancyMachine):
    open_store = staticmethod(lambda: nullcontext(QuickWorld()))


def test_nobody_sees_another_s_days() -> None:
    run_state_machine_as_test(
        InMemory, settings=settings(max_examples=100, stateful_step_count=12, deadline=None)
    )

"""Click, pay, refuse, notify, fall silent, die in any order: only look-ups pay invoices."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support.in_memory.readers import InMemoryReaders
from tests.support.in_memory.world import World
from tests.support.payment_machine import PaymentMachine


class QuickWorld(World):
    """A world that is looked at often: nothing is copied to see whether a look wrote."""

    @contextmanager
    def look(self) -> Iterator[InMemoryReaders]:
        yield InMemoryReaders.of(self.kept)


class InMemory(PaymentMachine):
    open_store = staticmethod(lambda: nullcontext(QuickWorld()))


def test_an_invoice_is_paid_exactly_when_the_treasury_says_so() -> None:
    run_state_machine_as_test(
        InMemory, settings=settings(max_examples=1000, stateful_step_count=20, deadline=None)
    )

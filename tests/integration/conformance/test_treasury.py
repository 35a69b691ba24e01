"""What a treasury promises: the one that tests imagine, and PayFiP's client at its simulator."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import attrs
import pytest

from siegvo.adapters.treasury.payfip import PayFip
from siegvo.application.ports.treasury import Treasury, TreasuryRefused, TreasuryUnavailable
from siegvo.domain.billing.treasury_answer import (
    NotKnownYet,
    Transaction,
    TreasuryResult,
    UnknownOperation,
)
from siegvo.domain.kernel.money import Money
from siegvo.entrypoints.simulator.clients import CLIENT
from siegvo.entrypoints.simulator.operation import Outcome
from siegvo.entrypoints.simulator.operations import Operations
from siegvo.entrypoints.simulator.running import running_simulator
from tests.support.builders.accounts import NOON
from tests.support.builders.treasury import AMOUNT, REFERENCE, an_order
from tests.support.outside import StoppedClock
from tests.support.simulated import Simulated
from tests.support.treasury import FakeTreasury


@attrs.frozen(kw_only=True)
class Hold:
    """A treasury, and what a payer, the night and bad luck do to it."""

    treasury: Treasury
    end: Callable[[str, TreasuryResult], object]
    clear: Callable[[str], object]
    silence: Callable[[], object]


_LETTERS = {
    TreasuryResult.PAID_BY_CARD: Outcome.CARD,
    TreasuryResult.PAID_BY_DEBIT: Outcome.DEBIT,
    TreasuryResult.CARD_REFUSED: Outcome.CARD_REFUSED,
    TreasuryResult.DEBIT_REFUSED: Outcome.DEBIT_REFUSED,
    TreasuryResult.ABANDONED: Outcome.ABANDONED,
}


@contextmanager
def _imagined() -> Iterator[Hold]:
    fake = FakeTreasury()
    yield Hold(treasury=fake, end=fake.decide, clear=fake.forget, silence=fake.fall_silent)


@contextmanager
def _simulated() -> Iterator[Hold]:
    clock = StoppedClock()
    with running_simulator(clock=clock) as simulator:
        treasury = PayFip.at(simulator.at, client=CLIENT, mode="T", clock=clock)
        yield _held(treasury, simulator.operations)


@contextmanager
def _simulated_here() -> Iterator[Hold]:
    simulated = Simulated.by(StoppedClock())
    yield _held(simulated.treasury, simulated.operations)


def _held(treasury: Treasury, operations: Operations) -> Hold:
    def silence() -> None:
        operations.is_silent = True

    return Hold(
        treasury=treasury,
        end=lambda idop, result: operations.end(idop, _LETTERS[result]),
        clear=operations.clear,
        silence=silence,
    )


@pytest.fixture(
    params=[_imagined, _simulated, _simulated_here],
    ids=["imagined", "simulated", "simulated here"],
)
def hold(request: pytest.FixtureRequest) -> Iterator[Hold]:
    with request.param() as held:
        yield held


class TestATreasury:
    def test_says_who_we_are_to_it(self, hold: Hold) -> None:
        assert (hold.treasury.client, hold.treasury.mode) == ("090909", "T")
        assert hold.treasury.describe().names

    def test_opens_a_page_of_its_own(self, hold: Hold) -> None:
        opened = hold.treasury.open(an_order())

        assert opened.page_url == (
            f"{hold.treasury.page_origin}/tpa/paiementws.web?idop={opened.idop}"
        )

    def test_opens_another_each_time(self, hold: Hold) -> None:
        assert hold.treasury.open(an_order()).idop != hold.treasury.open(an_order()).idop

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"amount": Money(99)}, "M3"),
            ({"amount": Money(10_000_000)}, "M5"),
            ({"reference": "F-1"}, "R3"),
        ],
    )
    def test_refuses_what_cannot_be_paid(
        self, hold: Hold, facts: dict[str, object], code: str
    ) -> None:
        with pytest.raises(TreasuryRefused) as refusal:
            hold.treasury.open(an_order(**facts))

        assert refusal.value.code == code

    def test_knows_nothing_before_the_payer_has_finished(self, hold: Hold) -> None:
        assert hold.treasury.look_up(hold.treasury.open(an_order()).idop) == NotKnownYet()

    @pytest.mark.parametrize("result", TreasuryResult)
    def test_tells_how_it_ended(self, hold: Hold, result: TreasuryResult) -> None:
        other, idop = (hold.treasury.open(an_order()).idop for _ in range(2))
        hold.end(idop, result)

        assert hold.treasury.look_up(other) == NotKnownYet()
        assert hold.treasury.look_up(idop) == Transaction(
            idop=idop,
            reference=REFERENCE,
            fiscal_year=2026,
            amount=AMOUNT,
            client="090909",
            result=result,
            at=NOON,
            mode="T",
        )

    @pytest.mark.parametrize("idop", ["nowhere", "a&b", ""])
    def test_knows_no_other_operation(self, hold: Hold, idop: str) -> None:
        assert hold.treasury.look_up(idop) == UnknownOperation()

    def test_forgets_one_that_lapsed(self, hold: Hold) -> None:
        idop = hold.treasury.open(an_order()).idop
        hold.clear(idop)

        assert hold.treasury.look_up(idop) == UnknownOperation()

    def test_may_not_answer(self, hold: Hold) -> None:
        idop = hold.treasury.open(an_order()).idop
        hold.silence()

        for call in (
            lambda: hold.treasury.open(an_order()),
            lambda: hold.treasury.look_up(idop),
            hold.treasury.describe,
        ):
            with pytest.raises(TreasuryUnavailable):
                call()

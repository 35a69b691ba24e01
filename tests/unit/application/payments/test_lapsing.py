"""Mandates end when nothing was debited for 36 months."""

from datetime import date, timedelta

import attrs
import pytest

from siegvo.domain.billing.collection import Means
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.events import MandateLapsed
from siegvo.domain.payments.mandate import MandateState
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.builders.billing import INVOICE, a_collection
from tests.support.builders.changes import a_kept_mandate
from tests.support.builders.contracts import CONTRACT
from tests.support.changing import Changing, tenure_in
from tests.support.in_memory.world import World

DEBIT = PaymentMode.DIRECT_DEBIT
LAPSES_TODAY = a_kept_mandate(
    activated_on=date(2023, 10, 5), last_collected_on=NOON.date().replace(year=2023)
)


@pytest.fixture
def debited(world: World, changing: Changing) -> Changing:
    world.know(tenure_in(DEBIT))
    world.kept.mandates.add(LAPSES_TODAY)
    return changing


class TestAMandate:
    def test_serves_for_36_months(self, world: World, debited: Changing) -> None:
        assert debited.payments.lapse_mandates() == 0
        assert world.kept.mandates.of(LAPSES_TODAY.reference).ended_on is None

    def test_lapses_the_day_after_and_everybody_is_told(
        self, world: World, debited: Changing
    ) -> None:
        debited.surroundings.clock.advance(timedelta(days=1))

        assert debited.payments.lapse_mandates() == 1

        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.subject) == (
            Gesture.MANDATE_LAPSED,
            str(LAPSES_TODAY.reference),
        )
        assert debited.told == [
            MandateLapsed(
                at=NOON + timedelta(days=1),
                contract=str(CONTRACT),
                mandate=str(LAPSES_TODAY.reference),
                account=str(account),
            )
            for account in (ALICE, BOB)
        ]

    def test_lapses_once(self, debited: Changing) -> None:
        debited.surroundings.clock.advance(timedelta(days=1))
        debited.payments.lapse_mandates()

        assert debited.payments.lapse_mandates() == 0

    def test_is_shown_as_lapsed(self, debited: Changing) -> None:
        debited.surroundings.clock.advance(timedelta(days=1))
        for _ in range(2):
            found = debited.payments.show_arrangement(holder=ALICE, contract=CONTRACT)
            assert found.mandate
            assert found.mandate.state is MandateState.LAPSED
            debited.payments.lapse_mandates()

    def test_is_kept_alive_by_a_debit_of_the_billing_system(
        self, world: World, debited: Changing
    ) -> None:
        paid = a_collection(invoice=INVOICE.text, on="2026-11-20", means=Means.DIRECT_DEBIT)
        world.know(paid)
        debited.surroundings.clock.advance(timedelta(days=1))

        assert debited.payments.lapse_mandates() == 0

        kept = world.kept.mandates.of(LAPSES_TODAY.reference)
        assert (kept.last_collected_on, kept.ended_on) == (date(2026, 11, 20), None)

    def test_is_not_kept_alive_by_what_was_collected_before_it(
        self, world: World, changing: Changing
    ) -> None:
        mandate = attrs.evolve(LAPSES_TODAY, last_collected_on=None)
        world.know(tenure_in(DEBIT))
        world.kept.mandates.add(mandate)
        world.know(a_collection(invoice=INVOICE.text, on="2022-01-03", means=Means.DIRECT_DEBIT))

        assert changing.payments.lapse_mandates() == 1
        assert world.kept.mandates.of(mandate.reference).last_collected_on is None

    @pytest.mark.parametrize(
        ("mode", "until"), [(PaymentMode.ON_INVOICE, None), (DEBIT, "2026-10-31")]
    )
    def test_lapses_silently_where_nothing_is_debited_any_more(
        self, world: World, debited: Changing, mode: PaymentMode, until: str | None
    ) -> None:
        world.know(tenure_in(mode, until=until))
        debited.surroundings.clock.advance(timedelta(days=1))

        assert debited.payments.lapse_mandates() == 1
        assert debited.told == []

    def test_that_ended_otherwise_does_not_lapse(self, world: World, debited: Changing) -> None:
        world.kept.mandates.save(attrs.evolve(LAPSES_TODAY, ended_on=date(2026, 1, 2)))
        debited.surroundings.clock.advance(timedelta(days=1))

        assert debited.payments.lapse_mandates() == 0

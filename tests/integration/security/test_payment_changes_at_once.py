"""Many changes of payment mode, and what else moves a mandate, at the same moment."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from sqlalchemy import select

from siegvo.adapters.sql.tables.payments import IS_OPEN, mandates, payment_changes
from siegvo.application.exchange.bundle import Exchange
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.billing import an_invoice
from tests.support.builders.changes import a_kept_mandate
from tests.support.builders.contracts import CONTRACT
from tests.support.changing import PASSWORD, Changing, tenure_in
from tests.support.database import Database
from tests.support.insisting import insisting
from tests.support.outside import Surroundings

CROWD = 20
ROUNDS = 5


def at_once(*gestures: Callable[[], object]) -> Counter[str]:
    """Make each gesture at the same moment, and count what came of them."""
    start = Barrier(len(gestures))

    def outcome(gesture: Callable[[], object]) -> str:
        start.wait()
        try:
            insisting(gesture)
        except Exception as error:  # noqa: BLE001 (whatever it is, the test compares it)
            return type(error).__name__
        return "done"

    with ThreadPoolExecutor(len(gestures)) as crowd:
        return Counter(crowd.map(outcome, gestures))


@pytest.fixture
def changing(database: Database, surroundings: Surroundings) -> Changing:
    return Changing.on(database, surroundings)


class TestTwentyChangesAtOnce:
    def test_leave_one_that_is_open(self, database: Database, changing: Changing) -> None:
        def ask(number: int) -> Callable[[], object]:
            holder = BOB if number % 2 else ALICE
            return lambda: changing.ask(holder=holder, number=number + 1)

        outcomes = at_once(*map(ask, range(CROWD)))

        assert outcomes["done"] >= 1
        assert set(outcomes) <= {"done", "ChangeUnderWay"}
        with database.engine.connect() as connection:
            steps = connection.scalars(select(payment_changes.c.step)).all()
            alive = connection.scalars(
                select(mandates.c.reference).where(mandates.c.ended_on.is_(None))
            ).all()
            still_open = connection.scalars(select(payment_changes.c.mandate).where(IS_OPEN)).all()
        assert Counter(steps) == Counter(asked=1, cancelled=outcomes["done"] - 1)
        assert alive == still_open

    def test_of_one_account_leave_one_request_under_way(
        self, database: Database, changing: Changing
    ) -> None:
        outcomes = at_once(
            *(lambda number=number: changing.ask(number=number + 1) for number in range(CROWD))
        )

        assert outcomes == {"done": 10, "TooManyAttempts": CROWD - 10}
        with database.begin() as work:
            change = work.payment_changes.open_of(CONTRACT)
            assert change
            assert work.requests.hold(change.reference).state is RequestState.REGISTERED


class TestAMandateThatIsRevoked:
    @pytest.mark.parametrize("round_", range(ROUNDS))
    def test_stays_so_while_debits_are_exported(
        self, database: Database, changing: Changing, round_: int
    ) -> None:
        """The export writes that it used the mandate: never that it did not end."""
        del round_
        database.know(
            tenure_in(PaymentMode.DIRECT_DEBIT),
            an_invoice("F-1", debit="2026-12-07", due="2026-12-07"),
        )
        kept = a_kept_mandate(activated_on=date(2026, 10, 5))
        with database.begin() as work:
            work.mandates.add(kept)
        exchange = Exchange.on(changing.outside)

        outcomes = at_once(
            lambda: changing.payments.revoke_mandate(
                holder=ALICE, contract=CONTRACT, password=PASSWORD
            ),
            lambda: exchange.export_direct_debits(on=date(2026, 12, 7), hand_over=repr),
        )

        assert outcomes == {"done": 2}
        with database.look() as readers:
            assert readers.mandates.of(kept.reference).ended_on == date(2026, 11, 23)

"""What every implementation of `OnlinePayments` promises."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID

import attrs
import pytest

from siegvo.application.repositories.online_payments import PaymentNotFound
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment, PaymentChangedMeanwhile
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.billing import INVOICE, an_invoice
from tests.support.builders.contracts import a_tenure
from tests.support.builders.payments import IDOP, PAYMENT, a_begun_payment, a_payment
from tests.support.store import Store

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
OTHER, ANOTHER = PaymentReference(UUID(int=4002)), InvoiceNumber("2026-EA-0018343")


@pytest.fixture(autouse=True)
def _invoices(store: Store) -> None:
    store.know(a_tenure(), an_invoice(), an_invoice(ANOTHER.text))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def _keep(store: Store, *attempts: OnlinePayment) -> None:
    with store.begin() as work:
        for attempt in attempts:
            assert work.online_payments.add(attempt)


def _of(store: Store, reference: PaymentReference = PAYMENT) -> OnlinePayment:
    with store.begin() as work:
        return work.online_payments.of(reference)


def _claim(store: Store, now: datetime) -> OnlinePayment | None:
    with store.begin() as work:
        return work.online_payments.claim(now=now, until=now + MINUTE)


class TestAnAttempt:
    @pytest.mark.parametrize("state", sorted(set(PaymentState) - {PaymentState.OPENING}))
    def test_comes_back_as_it_was(self, store: Store, state: PaymentState) -> None:
        attempt = attrs.evolve(a_payment(state=state), mismatches=frozenset({"amount", "client"}))

        _keep(store, attempt)

        assert _of(store) == attempt

    def test_comes_back_before_it_has_a_page(self, store: Store) -> None:
        _keep(store, a_begun_payment())

        assert _of(store) == a_begun_payment()

    def test_is_kept_once_it_moved_on(self, store: Store) -> None:
        _keep(store, a_begun_payment())

        with store.begin() as work:
            work.online_payments.save(a_payment())

        assert _of(store) == attrs.evolve(a_payment(), version=1)

    def test_is_not_moved_on_by_two(self, store: Store) -> None:
        _keep(store, a_payment())
        with store.begin() as work:
            work.online_payments.save(a_payment(state=PaymentState.PAID))

        with store.begin() as work, pytest.raises(PaymentChangedMeanwhile):
            work.online_payments.save(a_payment(state=PaymentState.EXPIRED))

    def test_is_shown_to_whoever_began_it(self, store: Store) -> None:
        _keep(store, a_payment())

        with store.look() as readers:
            assert readers.online_payments.begun_by(ALICE, PAYMENT) == a_payment()
            with pytest.raises(PaymentNotFound):
                readers.online_payments.begun_by(BOB, PAYMENT)
            with pytest.raises(PaymentNotFound):
                readers.online_payments.begun_by(ALICE, OTHER)

    def test_outlives_its_account(self, store: Store) -> None:
        _keep(store, a_payment())

        with store.begin() as work:
            work.online_payments.disown(ALICE)
            work.accounts.remove(ALICE)

        assert _of(store).account is None

    def test_that_does_not_exist_is_not_found(self, store: Store) -> None:
        with store.begin() as work, pytest.raises(PaymentNotFound):
            work.online_payments.of(PAYMENT)


class TestAnInvoice:
    @pytest.mark.parametrize("make", [a_begun_payment, a_payment])
    def test_has_one_open_attempt_at_most(
        self, store: Store, make: Callable[[], OnlinePayment]
    ) -> None:
        _keep(store, make())

        with store.begin() as work:
            assert not work.online_payments.add(a_begun_payment(OTHER))

        with store.look() as readers:
            assert readers.online_payments.of_invoice(INVOICE) == (make(),)

    @pytest.mark.parametrize("state", sorted(each for each in PaymentState if not each.is_open))
    def test_may_be_attempted_again(self, store: Store, state: PaymentState) -> None:
        first, second = a_payment(state=state), a_begun_payment(OTHER, at=NOON + MINUTE)

        _keep(store, first, second)

        with store.look() as readers:
            assert readers.online_payments.of_invoice(INVOICE) == (first, second)
            assert readers.online_payments.of_invoice(ANOTHER) == ()

    def test_has_one_open_attempt_whoever_is_faster(self, store: Store) -> None:
        def attempt(rank: int) -> bool:
            with store.begin() as work:
                reference = PaymentReference(UUID(int=rank))
                return work.online_payments.add(a_begun_payment(reference))

        with ThreadPoolExecutor(4) as threads:
            added = list(threads.map(attempt, range(1, 13)))

        assert sum(added) == 1


class TestTheListOfAttempts:
    def test_begins_with_the_newest_of_those_asked_for(self, store: Store) -> None:
        refused = a_payment(state=PaymentState.REFUSED)
        newest = a_begun_payment(OTHER, invoice=ANOTHER, at=NOON + MINUTE)
        _keep(store, refused, newest)

        with store.look() as readers:
            listed = readers.online_payments.latest
            assert listed(PaymentState, most=9) == (newest, refused)
            assert listed(PaymentState, most=1) == (newest,)
            assert listed([PaymentState.REFUSED], most=9) == (refused,)
            assert listed([PaymentState.PAID], most=9) == ()


class TestALookUp:
    def test_is_due_when_the_attempt_says_so(self, store: Store) -> None:
        _keep(store, a_payment())

        assert _claim(store, NOON + 29 * SECOND) is None
        claimed = _claim(store, NOON + 30 * SECOND)
        assert claimed
        assert (claimed.reference, claimed.looks) == (PAYMENT, 1)
        assert claimed == _of(store)

    def test_is_one_workers_until_then(self, store: Store) -> None:
        _keep(store, a_payment())
        now = NOON + MINUTE

        assert _claim(store, now)
        assert _claim(store, now + MINUTE - SECOND) is None
        again = _claim(store, now + MINUTE)
        assert again
        assert again.looks == 2

    def test_is_of_the_one_due_first(self, store: Store) -> None:
        early = a_payment(OTHER, invoice=ANOTHER, idop="early", at=NOON - MINUTE)
        _keep(store, a_payment(), early)

        claimed = [_claim(store, NOON + MINUTE) for _ in range(3)]

        assert [each and each.reference for each in claimed] == [OTHER, PAYMENT, None]

    def test_is_never_of_what_was_paid(self, store: Store) -> None:
        _keep(store, a_payment(state=PaymentState.PAID))

        assert _claim(store, NOON + timedelta(days=9)) is None

    def test_is_shared_out_among_many_workers(self, store: Store) -> None:
        numbers = [InvoiceNumber(f"F-{rank}") for rank in range(20)]
        store.know(*(an_invoice(number.text) for number in numbers))
        _keep(
            store,
            *(
                a_payment(PaymentReference(UUID(int=rank)), invoice=number, idop=f"idop-{rank}")
                for rank, number in enumerate(numbers, start=1)
            ),
        )

        def work_off(_: int) -> list[PaymentReference]:
            mine = []
            while claimed := _claim(store, NOON + MINUTE):
                mine.append(claimed.reference)
            return mine

        with ThreadPoolExecutor(4) as threads:
            claimed = [each for mine in threads.map(work_off, range(4)) for each in mine]

        assert len(claimed) == len(set(claimed)) == 20


class TestAHint:
    def test_finds_what_the_treasury_calls_so(self, store: Store) -> None:
        _keep(store, a_payment())

        with store.look() as readers:
            assert readers.online_payments.called(IDOP) == a_payment()
            assert readers.online_payments.called("another") is None

    def test_makes_the_look_up_due(self, store: Store) -> None:
        _keep(store, a_payment())

        with store.begin() as work:
            work.online_payments.wake(IDOP, now=NOON + SECOND)

        assert _claim(store, NOON + SECOND)

    def test_changes_nothing_else(self, store: Store) -> None:
        _keep(store, a_payment(state=PaymentState.EXPIRED))

        with store.begin() as work:
            work.online_payments.wake(IDOP, now=NOON)

        expected = a_payment(state=PaymentState.EXPIRED)
        assert _of(store) == attrs.evolve(expected, next_look_at=NOON, version=1)

    def test_about_nothing_of_ours_changes_nothing(self, store: Store) -> None:
        _keep(store, a_payment())

        with store.begin() as work:
            work.online_payments.wake("another", now=NOON)

        assert _of(store) == a_payment()

    def test_about_what_was_paid_changes_nothing(self, store: Store) -> None:
        paid = a_payment(state=PaymentState.PAID)
        _keep(store, paid)

        with store.begin() as work:
            work.online_payments.wake(IDOP, now=NOON + MINUTE)

        assert _of(store) == paid

    def test_does_not_have_the_treasury_asked_all_the_time(self, store: Store) -> None:
        _keep(store, attrs.evolve(a_payment(), looked_at=NOON))

        with store.begin() as work:
            work.online_payments.wake(IDOP, now=NOON + 9 * SECOND)
        assert _of(store).version == 0

        with store.begin() as work:
            work.online_payments.wake(IDOP, now=NOON + 10 * SECOND)
        assert _of(store).next_look_at == NOON + 10 * SECOND

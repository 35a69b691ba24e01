"""What every implementation of `PaymentChanges` and `Mandates` promises."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import attrs
import pytest

from siegvo.application.repositories.payments import (
    ChangeNotFound,
    KeptMandate,
    MandateNotFound,
    PaymentChangedMeanwhile,
)
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.change import ChangeStep, PaymentChange, Suspicion
from siegvo.domain.payments.mandate import MandateReference
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.changes import a_change, a_kept_mandate
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_tenure
from tests.support.builders.requests import a_request
from tests.support.store import Store

OTHER = ContractNumber("100214874")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _contracts(store: Store) -> None:
    store.know(a_tenure(), a_tenure(OTHER.digits, payer="R0043"))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))


def _request(store: Store, change: PaymentChange) -> None:
    with store.begin() as work:
        work.requests.add(
            attrs.evolve(
                a_request(kind=RequestKind.PAYMENT_MODE, account=ALICE),
                reference=change.reference,
                contract=change.contract,
            )
        )


def _keep(store: Store, change: PaymentChange) -> PaymentChange:
    _request(store, change)
    with store.begin() as work:
        assert work.payment_changes.add(change)
    return change


def _sign(store: Store, mandate: KeptMandate) -> KeptMandate:
    with store.begin() as work:
        work.mandates.add(mandate)
    return mandate


def _of(store: Store, reference: RequestReference) -> PaymentChange:
    with store.look() as readers:
        return readers.payment_changes.of(reference)


class TestAChange:
    @pytest.mark.parametrize("step", ChangeStep)
    def test_comes_back_as_it_was(self, store: Store, step: ChangeStep) -> None:
        mandate = _sign(store, a_kept_mandate())
        change = a_change(
            mandate=mandate.reference,
            debit_day=10,
            step=step,
            confirmed_at=NOON,
            due_at=NOON + 3 * DAY,
            exported_at=NOON + 4 * DAY,
            suspicions=frozenset(Suspicion),
            is_revocation=step is ChangeStep.APPLIED,
        )

        _keep(store, change)

        assert _of(store, change.reference) == change

    def test_is_nobody_s_once_its_account_has_gone(self, store: Store) -> None:
        change = _keep(store, a_change())

        with store.begin() as work:
            work.requests.disown(ALICE)

        assert _of(store, change.reference).account is None

    def test_is_not_found_under_another_reference(self, store: Store) -> None:
        with store.look() as readers, pytest.raises(ChangeNotFound):
            readers.payment_changes.of(RequestReference(2026, 9))

    def test_is_not_moved_by_two(self, store: Store) -> None:
        change = _keep(store, a_change())
        confirmed = change.confirm(at=NOON, delay=DAY)
        with store.begin() as work:
            work.payment_changes.save(confirmed)

        with store.begin() as work, pytest.raises(PaymentChangedMeanwhile):
            work.payment_changes.save(change.cancel())

        assert _of(store, change.reference) == attrs.evolve(confirmed, version=1)


class TestOneContract:
    def test_has_one_open_change_at_a_time(self, store: Store) -> None:
        first = _keep(store, a_change(1))
        _request(store, a_change(2))

        with store.begin() as work:
            assert not work.payment_changes.add(a_change(2))

        with store.look() as readers:
            assert readers.payment_changes.open_of(CONTRACT) == first
            assert readers.payment_changes.open_of(OTHER) is None

    def test_may_have_another_once_the_first_is_over(self, store: Store) -> None:
        first = _keep(store, a_change(1))
        with store.begin() as work:
            work.payment_changes.save(first.cancel())

        second = _keep(store, a_change(2))

        with store.look() as readers:
            assert readers.payment_changes.open_of(CONTRACT) == second

    def test_has_one_of_twenty_asked_at_once(self, store: Store) -> None:
        for number in range(20):
            _request(store, a_change(number + 1))

        def add(number: int) -> bool:
            with store.begin() as work:
                return work.payment_changes.add(a_change(number + 1))

        with ThreadPoolExecutor(4) as crowd:
            kept = list(crowd.map(add, range(20)))

        assert kept.count(True) == 1


class TestTheListsOfChanges:
    def test_are_those_that_are_due(self, store: Store) -> None:
        late = _keep(store, a_change(1))
        waited = _keep(
            store, a_change(2, contract=OTHER, payer=PayerCode("R0043")).confirm(at=NOON, delay=DAY)
        )

        def due(after: timedelta) -> list[RequestReference]:
            with store.look() as readers:
                now = NOON + after
                found = readers.payment_changes.due(now=now, asked_before=now - DAY)
            return [each.reference for each in found]

        assert due(DAY - HOUR) == []
        assert due(DAY) == [late.reference, waited.reference]

    def test_are_those_staff_look_at_and_time_does_not_move(self, store: Store) -> None:
        odd = a_change(suspicions=frozenset({Suspicion.FRESH_ACCESS}))
        _keep(store, odd.confirm(at=NOON, delay=DAY))

        with store.look() as readers:
            changes = readers.payment_changes
            assert [each.reference for each in changes.suspected()] == [odd.reference]
            assert changes.due(now=NOON + 9 * DAY, asked_before=NOON) == ()

    def test_are_those_that_leave_once_or_again(self, store: Store) -> None:
        ready = a_change(step=ChangeStep.READY)
        left = a_change(
            2,
            contract=OTHER,
            payer=PayerCode("R0043"),
            step=ChangeStep.EXPORTED,
            exported_at=NOON,
        )
        _keep(store, ready)
        _keep(store, left)

        with store.look() as readers:
            changes = readers.payment_changes
            assert changes.to_export(None) == (ready,)
            assert changes.to_export(date(2026, 11, 23)) == (ready, left)
            assert changes.to_export(date(2026, 11, 24)) == (ready,)
            assert changes.awaiting_books() == (left,)

    def test_are_those_who_pay_by_the_month(self, store: Store) -> None:
        monthly = a_change(1, after=PaymentMode.MONTHLY, debit_day=10, step=ChangeStep.APPLIED)
        account = a_change(
            2,
            before=PaymentMode.MONTHLY,
            after=PaymentMode.MONTHLY,
            step=ChangeStep.APPLIED,
            asked_at=NOON + DAY,
        )
        _keep(store, monthly)
        _keep(store, account)

        with store.look() as readers:
            changes = readers.payment_changes
            assert changes.monthly() == (monthly,)
            assert changes.monthly_of(CONTRACT, MARCHAL) == monthly
            assert changes.monthly_of(OTHER, MARCHAL) is None


class TestAMandate:
    def test_comes_back_as_it_was(self, store: Store) -> None:
        mandate = a_kept_mandate(
            activated_on=date(2026, 12, 1),
            first_collected_on=date(2026, 12, 7),
            last_collected_on=date(2026, 12, 21),
            ended_on=date(2027, 1, 2),
            was_replaced=True,
        )

        _sign(store, mandate)

        with store.look() as readers:
            assert readers.mandates.of(mandate.reference) == mandate
            assert readers.mandates.of_contract(CONTRACT, MARCHAL) == (mandate,)
            assert readers.mandates.of_contract(CONTRACT, PayerCode("R0043")) == ()

    def test_is_not_found_under_another_reference(self, store: Store) -> None:
        with store.look() as readers, pytest.raises(MandateNotFound):
            readers.mandates.of(MandateReference("NONE"))

    def test_is_kept_once_it_moved_on(self, store: Store) -> None:
        mandate = _sign(store, a_kept_mandate())
        serving = attrs.evolve(mandate, activated_on=date(2026, 12, 1), sealed_iban="anew")

        with store.begin() as work:
            work.mandates.save(serving)

        with store.look() as readers:
            assert readers.mandates.of(mandate.reference) == serving
            assert readers.mandates.serving() == (serving,)

    def test_tells_whose_debits_an_account_serves_until_it_ends(self, store: Store) -> None:
        mandate = _sign(store, a_kept_mandate())

        with store.begin() as work:
            theirs = work.mandates.payers_of_account
            assert theirs(["older", mandate.fingerprint]) == {MARCHAL}
            assert theirs(["another"]) == frozenset()
            work.mandates.save(attrs.evolve(mandate, ended_on=date(2026, 12, 1)))
            assert theirs([mandate.fingerprint]) == frozenset()

    @pytest.mark.parametrize(
        ("step", "since", "is_told"),
        [
            (ChangeStep.ASKED, None, False),
            (ChangeStep.CONFIRMED, None, False),
            (ChangeStep.READY, None, True),
            (ChangeStep.EXPORTED, None, True),
            (ChangeStep.APPLIED, None, True),
            (ChangeStep.CANCELLED, None, False),
            (ChangeStep.READY, date(2026, 11, 24), True),
            (ChangeStep.EXPORTED, date(2026, 11, 23), True),
            (ChangeStep.EXPORTED, date(2026, 11, 24), False),
        ],
    )
    def test_is_known_outside_once_its_change_is_ready(
        self, store: Store, step: ChangeStep, since: date | None, *, is_told: bool
    ) -> None:
        mandate = _sign(store, a_kept_mandate())
        left = NOON if step in {ChangeStep.EXPORTED, ChangeStep.APPLIED} else None
        _keep(store, a_change(mandate=mandate.reference, step=step, exported_at=left))

        with store.look() as readers:
            assert readers.mandates.given_since(since) == ((mandate,) if is_told else ())

    def test_is_found_once_it_was_idle(self, store: Store) -> None:
        """The first was collected, the second shown, the third but signed; the last ended."""
        collected = a_kept_mandate(
            0, activated_on=date(2026, 10, 1), last_collected_on=date(2026, 12, 7)
        )
        shown = a_kept_mandate(1, activated_on=date(2026, 11, 10))
        signed = a_kept_mandate(2)
        ended = a_kept_mandate(3, ended_on=date(2026, 10, 5))
        for mandate in (collected, shown, signed, ended):
            _sign(store, mandate)

        def idle(day: date) -> list[KeptMandate]:
            with store.look() as readers:
                return list(readers.mandates.idle_since(day))

        assert idle(date(2026, 9, 30)) == []
        assert idle(date(2026, 10, 1)) == [signed]
        assert idle(date(2026, 11, 11)) == [shown, signed]
        assert idle(date(2026, 12, 7)) == [shown, signed]
        assert idle(date(2026, 12, 8)) == [collected, shown, signed]

    def test_is_found_as_long_as_an_older_key_seals_it(self, store: Store) -> None:
        whole = attrs.evolve(a_kept_mandate(0), sealed_iban="v1.new_.a", sealed_holder="v1.new_.b")
        iban = attrs.evolve(a_kept_mandate(1), sealed_iban="v1.newx.a", sealed_holder="v1.new_.b")
        holder = attrs.evolve(a_kept_mandate(2), sealed_iban="v1.new_.a", sealed_holder="v1.old.b")
        ended = a_kept_mandate(3, ended_on=date(2026, 10, 5))
        for mandate in (whole, iban, holder, ended):
            _sign(store, mandate)

        def old(after: KeptMandate | None = None, most: int = 9) -> list[MandateReference]:
            mark, last = "v1.new_.", after.reference if after else None
            with store.look() as readers:
                return list(readers.mandates.sealed_otherwise(mark, after=last, most=most))

        assert old() == [iban.reference, holder.reference, ended.reference]
        assert old(most=2) == [iban.reference, holder.reference]
        assert old(after=holder) == [ended.reference]

    def test_is_held_by_one_at_a_time(self, store: Store) -> None:
        mandate = _sign(store, a_kept_mandate(activated_on=date(2026, 10, 5)))

        def collect(_: int) -> None:
            with store.begin() as work:
                kept = work.mandates.hold(mandate.reference)
                day = (kept.last_collected_on or date(2026, 12, 1)) + DAY
                work.mandates.save(attrs.evolve(kept, last_collected_on=day))

        with ThreadPoolExecutor(4) as crowd:
            list(crowd.map(collect, range(12)))

        with store.look() as readers:
            assert readers.mandates.of(mandate.reference).last_collected_on == date(2026, 12, 13)

    def test_that_is_not_there_is_not_held(self, store: Store) -> None:
        with store.begin() as work, pytest.raises(MandateNotFound):
            work.mandates.hold(MandateReference("NONE"))

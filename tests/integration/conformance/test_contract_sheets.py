"""What every implementation of `ContractSheets` promises."""

from datetime import date

import attrs
import pytest

from siegvo.application.readers.contracts import AwaitedReading, ContractSheet
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.changes import a_change
from tests.support.builders.contracts import CONTRACT, a_link, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.meters import SERIAL, a_reading, an_estimate, showing
from tests.support.store import Store

BEFORE = a_tenure(payer="BEFORE", since="2015-01-01", until="2024-05-31")
AFTER = a_tenure(since="2024-06-01")


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    store.know(a_payer(name="Mme Odile Marchal"), BEFORE, AFTER)
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))
        work.links.add(a_link(BOB, payer="BEFORE"))


def _sheet(store: Store, holder: AccountId = ALICE) -> ContractSheet:
    with store.look() as readers:
        return readers.contract_sheets.held_by(holder, CONTRACT)


def test_what_is_not_yours_is_not_found(store: Store) -> None:
    store.know(a_tenure("4001", payer="OTHER"))

    with store.look() as readers, pytest.raises(ContractNotFound):
        readers.contract_sheets.held_by(ALICE, ContractNumber("4001"))


def test_what_does_not_exist_is_not_found(store: Store) -> None:
    with store.look() as readers, pytest.raises(ContractNotFound):
        readers.contract_sheets.held_by(ALICE, ContractNumber("9999"))


def test_a_contract_may_have_no_meter(store: Store) -> None:
    assert _sheet(store) == ContractSheet(
        tenure=AFTER, payer_name="Mme Odile Marchal", meters=(), awaited=()
    )


class TestTheMeterOfASheet:
    def test_shows_its_last_reading_and_the_last_that_was_seen(self, store: Store) -> None:
        seen, guessed = a_reading(1200, "2026-06-10"), an_estimate(1250, "2026-10-10")
        store.know(a_meter_on(CONTRACT.digits, a_reading(1150, "2026-02-10"), seen, guessed))

        (meter,) = _sheet(store).meters

        assert (meter.last, meter.last_actual) == (guessed, seen)
        assert (meter.serial, meter.dials, meter.is_remote_read) == (SERIAL, 5, False)
        assert meter.fitted_on == date(2015, 3, 1)

    def test_hides_what_it_showed_before_the_payer_came(self, store: Store) -> None:
        store.know(a_meter_on(CONTRACT.digits, a_reading(900, "2024-05-31")))

        (meter,) = _sheet(store).meters

        assert (meter.last, meter.last_actual) == (None, None)

    def test_hides_what_it_showed_after_the_payer_left(self, store: Store) -> None:
        last = a_reading(900, "2024-05-31")
        store.know(a_meter_on(CONTRACT.digits, last, a_reading(910, "2024-06-01")))

        (meter,) = _sheet(store, BOB).meters

        assert (meter.last, meter.last_actual) == (last, last)

    def test_shows_the_readings_of_the_first_and_of_the_last_day(self, store: Store) -> None:
        first, last = a_reading(10, "2015-01-01"), an_estimate(900, "2024-05-31")
        fitted = showing(0, "2010-01-01")
        store.know(a_meter_on(CONTRACT.digits, first, last, fitted=fitted))

        (meter,) = _sheet(store, BOB).meters

        assert (meter.last, meter.last_actual) == (last, first)

    def test_is_in_service(self, store: Store) -> None:
        removed = showing(950, "2026-03-01")
        fitted = showing(0, "2026-03-01")
        store.know(
            a_meter_on(serial="OLD", removed=removed),
            a_meter_on(serial="NEW", fitted=fitted),
            a_meter_on(serial="GARDEN"),
        )

        assert [meter.serial for meter in _sheet(store).meters] == ["GARDEN", "NEW"]

    def test_is_the_one_that_stood_when_the_payer_left(self, store: Store) -> None:
        store.know(
            a_meter_on(serial="OLD", removed=showing(950, "2026-03-01")),
            a_meter_on(serial="NEW", fitted=showing(0, "2026-03-01")),
        )

        assert [meter.serial for meter in _sheet(store, BOB).meters] == ["OLD"]


class TestAReadingAwaited:
    @pytest.fixture(autouse=True)
    def _meter(self, store: Store) -> None:
        store.know(a_meter_on())

    def test_is_shown_to_who_sent_it(self, store: Store) -> None:
        with store.begin() as work:
            work.requests.add(a_request(7))
            work.sent_readings.add(a_sent_reading(7, review=Review.AWAITED))

        (awaited,) = _sheet(store).awaited

        sent = a_sent_reading(7)
        assert awaited == AwaitedReading(
            reference=sent.reference,
            serial=SERIAL,
            index=sent.reading.index,
            taken_on=sent.reading.taken_on,
            review=Review.AWAITED,
            state=RequestState.REGISTERED,
        )

    def test_is_not_shown_to_others_of_the_same_payer(self, store: Store) -> None:
        with store.begin() as work:
            work.links.add(a_link(BOB))
            work.requests.add(a_request(7, account=ALICE))
            work.sent_readings.add(a_sent_reading(7))

        assert _sheet(store, BOB).awaited == ()

    @pytest.mark.parametrize("review", [Review.REFUSED, Review.REPLACED])
    def test_is_no_longer_one_that_was_turned_down(self, store: Store, review: Review) -> None:
        with store.begin() as work:
            work.requests.add(a_request(7))
            work.sent_readings.add(a_sent_reading(7, review=review))

        assert _sheet(store).awaited == ()

    def test_is_no_longer_one_the_billing_system_has_shown(self, store: Store) -> None:
        with store.begin() as work:
            work.requests.add(a_request(7))
            work.sent_readings.add(attrs.evolve(a_sent_reading(7), seen_at=NOON))

        assert _sheet(store).awaited == ()

    def test_comes_after_an_older_one(self, store: Store) -> None:
        with store.begin() as work:
            for rank, day in ((7, "2026-11-22"), (8, "2026-11-20")):
                work.requests.add(a_request(rank))
                work.sent_readings.add(a_sent_reading(rank, on=day))

        assert [each.reference.rank for each in _sheet(store).awaited] == [8, 7]


class TestAPaymentChangedHere:
    @pytest.mark.parametrize(
        ("step", "is_told"),
        [
            (ChangeStep.ASKED, True),
            (ChangeStep.EXPORTED, True),
            (ChangeStep.APPLIED, True),
            (ChangeStep.CANCELLED, False),
            (ChangeStep.LAPSED, False),
            (ChangeStep.REFUSED, False),
        ],
    )
    def test_is_told_unless_it_came_to_nothing(
        self, store: Store, step: ChangeStep, *, is_told: bool
    ) -> None:
        with store.begin() as work:
            work.requests.add(a_request(1, kind=RequestKind.PAYMENT_MODE))
            work.payment_changes.add(a_change(step=step, mandate=None))

        assert _sheet(store).is_payment_changed_here is is_told

    def test_is_not_told_to_the_payer_before(self, store: Store) -> None:
        with store.begin() as work:
            work.requests.add(a_request(1, kind=RequestKind.PAYMENT_MODE))
            work.payment_changes.add(a_change(mandate=None))

        assert _sheet(store, BOB).is_payment_changed_here is False


class TestAnOpenRequest:
    def _asked(self, store: Store, request: ServiceRequest) -> bool:
        with store.begin() as work:
            work.requests.add(request)
        return _sheet(store).has_open_requests

    def test_is_told_on_its_contract(self, store: Store) -> None:
        assert self._asked(store, a_request(kind=RequestKind.LEAK)) is True

    def test_is_told_everywhere_when_it_is_of_no_contract(self, store: Store) -> None:
        assert self._asked(store, a_request(kind=RequestKind.OTHER, contract=None)) is True

    def test_is_not_told_when_it_is_a_reading(self, store: Store) -> None:
        assert self._asked(store, a_request(kind=RequestKind.READING)) is False

    def test_is_not_told_when_it_is_of_another_contract(self, store: Store) -> None:
        store.know(a_tenure("4001"))
        other = a_request(kind=RequestKind.LEAK, contract=ContractNumber("4001"))

        assert self._asked(store, other) is False

    def test_is_not_told_when_it_is_of_another_account(self, store: Store) -> None:
        assert self._asked(store, a_request(kind=RequestKind.LEAK, account=BOB)) is False

    @pytest.mark.parametrize("state", [each for each in RequestState if each.is_final])
    def test_is_not_told_once_it_is_over(self, store: Store, state: RequestState) -> None:
        request = a_request(kind=RequestKind.LEAK)
        over = attrs.evolve(request, steps=(*request.steps, Step(state=state, at=NOON)))

        assert self._asked(store, over) is False

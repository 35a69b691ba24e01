"""What every implementation of `SentReadings` promises."""

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest

from siegvo.application.repositories.metering import SentReadingNotFound
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.sent_reading import Review, SentReading
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.meters import SERIAL
from tests.support.store import Store

TODAY = NOON.date()


@pytest.fixture(autouse=True)
def _network(store: Store) -> None:
    store.know(a_tenure(), a_meter_on(), a_meter_on(serial="GARDEN"))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def _send(store: Store, *sent: SentReading, at: datetime = NOON) -> None:
    with store.begin() as work:
        for reading in sent:
            work.requests.add(a_request(reading.reference.rank, at=at))
            work.sent_readings.add(reading)


def _ranks(readings: tuple[SentReading, ...]) -> list[int]:
    return [reading.reference.rank for reading in readings]


def _to_export(store: Store, since: date | None = None) -> list[int]:
    with store.look() as readers:
        return _ranks(readers.sent_readings.to_export(since))


def test_a_sent_reading_comes_back_as_it_was(store: Store) -> None:
    sent = attrs.evolve(
        a_sent_reading(), photo="photo-1.jpg", exported_at=NOON, seen_at=NOON + timedelta(days=1)
    )
    _send(store, sent)

    with store.look() as readers:
        assert readers.sent_readings.of(sent.reference) == sent


def test_what_does_not_exist_is_not_found(store: Store) -> None:
    sent = a_sent_reading()

    with store.begin() as work:
        with pytest.raises(SentReadingNotFound):
            work.sent_readings.of(sent.reference)
        with pytest.raises(SentReadingNotFound):
            work.sent_readings.save(sent)


def test_a_saved_reading_comes_back_as_it_is_now(store: Store) -> None:
    sent = a_sent_reading(review=Review.AWAITED)
    _send(store, sent)
    with store.begin() as work:
        work.sent_readings.save(sent.accepted())

    with store.look() as readers:
        assert readers.sent_readings.of(sent.reference) == sent.accepted()


class TestTheAwaited:
    @pytest.fixture(autouse=True)
    def _sent(self, store: Store) -> None:
        _send(
            store,
            a_sent_reading(1, on="2026-11-22"),
            a_sent_reading(2, on="2026-11-20", review=Review.AWAITED),
            a_sent_reading(3, on="2026-11-21", review=Review.ACCEPTED, exported_at=NOON),
            a_sent_reading(4, review=Review.REFUSED),
            a_sent_reading(5, review=Review.REPLACED),
            a_sent_reading(6, seen_at=NOON),
            a_sent_reading(7, serial="GARDEN"),
        )

    def test_of_a_meter_are_those_not_yet_shown_nor_turned_down(self, store: Store) -> None:
        with store.look() as readers:
            assert _ranks(readers.sent_readings.awaited_on(SERIAL)) == [2, 3, 1]

    def test_of_an_account_are_those_it_sent_for_the_contract(self, store: Store) -> None:
        with store.look() as readers:
            assert _ranks(readers.sent_readings.awaited_by(ALICE, CONTRACT)) == [2, 3, 1, 7]
            assert readers.sent_readings.awaited_by(BOB, CONTRACT) == ()
            assert readers.sent_readings.awaited_by(ALICE, ContractNumber("9999")) == ()


class TestAnExport:
    def test_holds_what_is_accepted_and_has_not_left_the_oldest_first(self, store: Store) -> None:
        _send(store, a_sent_reading(1, review=Review.ACCEPTED))
        _send(store, a_sent_reading(2), at=NOON - timedelta(hours=1))
        _send(
            store,
            a_sent_reading(3, review=Review.AWAITED),
            a_sent_reading(4, review=Review.REFUSED),
            a_sent_reading(5, review=Review.REPLACED),
            a_sent_reading(6, exported_at=NOON),
        )

        assert _to_export(store) == [2, 1]

    def test_since_a_day_holds_what_left_since_too(self, store: Store) -> None:
        last_week = NOON - timedelta(days=7)
        _send(
            store,
            a_sent_reading(1, exported_at=NOON),
            a_sent_reading(2, exported_at=last_week),
            a_sent_reading(3),
            a_sent_reading(4, review=Review.ACCEPTED, exported_at=NOON),
            at=last_week,
        )

        assert _to_export(store, TODAY) == [1, 3, 4]
        assert _to_export(store, TODAY - timedelta(days=7)) == [1, 2, 3, 4]

    def test_since_a_day_begins_at_midnight_in_paris(self, store: Store) -> None:
        midnight = datetime(2026, 11, 22, 23, tzinfo=UTC)
        _send(store, a_sent_reading(1, exported_at=midnight))
        _send(store, a_sent_reading(2, exported_at=midnight - timedelta(microseconds=1)))

        assert _to_export(store, TODAY) == [1]

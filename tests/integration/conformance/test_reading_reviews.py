"""What every implementation of `ReadingReviews` promises."""

from datetime import timedelta

import attrs
import pytest

from siegvo.application.readers.metering import ReadingToReview
from siegvo.domain.metering.reading import Reading
from siegvo.domain.metering.sent_reading import Review
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.meters import SERIAL, a_reading, an_estimate, showing
from tests.support.store import Store

EARLIER = NOON - timedelta(days=1)


@pytest.fixture(autouse=True)
def _network(store: Store) -> None:
    store.know(a_tenure(), a_meter_on(fitted=showing(3, "2015-03-01")))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.requests.add(a_request(1, at=NOON))
        awaited = a_sent_reading(1, index=1900, on="2026-11-22", review=Review.AWAITED)
        work.sent_readings.add(attrs.evolve(awaited, photo="photo-1.jpg"))


def _awaited(store: Store) -> tuple[ReadingToReview, ...]:
    with store.look() as readers:
        return readers.reading_reviews.awaited()


def _known(store: Store, *readings: Reading) -> Reading | None:
    store.know(a_meter_on(CONTRACT.digits, *readings, fitted=showing(3, "2015-03-01")))
    (reading,) = _awaited(store)
    return reading.previous


def test_a_reading_to_review_comes_with_what_staff_need_to_decide(store: Store) -> None:
    store.know(a_meter_on(CONTRACT.digits, a_reading(1200, "2026-06-10")))
    sent = a_sent_reading(1, index=1900)

    assert _awaited(store) == (
        ReadingToReview(
            reference=sent.reference,
            contract=CONTRACT,
            serial=SERIAL,
            index=sent.reading.index,
            taken_on=sent.reading.taken_on,
            sent_at=NOON,
            drawn_m3=sent.drawn_m3,
            previous=a_reading(1200, "2026-06-10"),
            photo="photo-1.jpg",
        ),
    )


def test_the_oldest_waits_at_the_top(store: Store) -> None:
    with store.begin() as work:
        work.requests.add(a_request(2, at=EARLIER))
        work.sent_readings.add(a_sent_reading(2, review=Review.AWAITED))

    assert [reading.reference.rank for reading in _awaited(store)] == [2, 1]


@pytest.mark.parametrize("review", sorted(set(Review) - {Review.AWAITED}))
def test_what_is_decided_does_not_wait(store: Store, review: Review) -> None:
    with store.begin() as work:
        work.requests.add(a_request(2))
        work.sent_readings.add(a_sent_reading(2, review=review))

    assert [reading.reference.rank for reading in _awaited(store)] == [1]


def test_what_came_before_is_the_last_that_somebody_saw(store: Store) -> None:
    seen = a_reading(1200, "2026-06-10")

    previous = _known(
        store,
        a_reading(1150, "2026-02-10"),
        seen,
        an_estimate(1250, "2026-10-10"),
        a_reading(1260, "2026-11-22"),
        a_reading(1270, "2026-11-23"),
    )

    assert previous == seen


def test_what_came_before_may_be_the_day_the_meter_was_fitted(store: Store) -> None:
    previous = _known(store, an_estimate(1250, "2026-10-10"))

    assert previous == a_reading(3, "2015-03-01")

"""What every implementation of `LeakLists` promises."""

from collections.abc import Iterator

import attrs
import pytest

from siegvo.application.readers.leaks import LeakLine
from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.comparable import ComparableHomes, Homes
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.metering.reading import Reading
from siegvo.domain.metering.sent_reading import Review
from tests.support.builders.accounts import ALICE, an_account
from tests.support.builders.contracts import SOMEWHERE, a_payer, a_tenure
from tests.support.builders.leaks import (
    THREE_YEARS,
    a_leaking_meter,
    a_notice,
    an_abnormal_consumption,
    another,
)
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.meters import SERIAL, a_reading, an_estimate, day, showing
from tests.support.store import Store

SINCE = day("2026-08-25")


def _suspects(store: Store) -> list[tuple[str, str]]:
    with store.look() as readers:
        found = readers.leak_lists.suspects(since=SINCE)
    return [(each.serial, each.tenure.payer.text) for each in found]


class TestASuspect:
    def test_drew_more_than_the_double_of_its_mean(self, store: Store) -> None:
        store.know(a_tenure(), a_leaking_meter(114))

        assert _suspects(store) == [(SERIAL, "R0042")]

    def test_comes_with_its_tenure(self, store: Store) -> None:
        store.know(a_tenure(), a_leaking_meter())

        with store.look() as readers:
            (found,) = readers.leak_lists.suspects(since=SINCE)

        assert found.tenure == a_tenure()

    def test_is_none_that_drew_the_double(self, store: Store) -> None:
        store.know(a_tenure(), a_leaking_meter(113))

        assert _suspects(store) == []

    def test_is_a_home(self, store: Store) -> None:
        store.know(attrs.evolve(a_tenure(), category=Category.BUSINESS), a_leaking_meter())

        assert _suspects(store) == []

    def test_was_read_lately(self, store: Store) -> None:
        store.know(a_tenure(), a_leaking_meter(on="2026-08-24"))

        assert _suspects(store) == []

        store.know(a_leaking_meter(on="2026-08-25"))

        assert _suspects(store) == [(SERIAL, "R0042")]

    def test_is_not_made_by_an_estimate(self, store: Store) -> None:
        store.know(
            a_tenure(), a_meter_on("100214873", *THREE_YEARS, an_estimate(900, "2026-11-09"))
        )

        assert _suspects(store) == []

    def test_is_in_the_hands_of_who_drew_it(self, store: Store) -> None:
        store.know(
            a_tenure(until="2026-05-09"),
            a_tenure(payer="R77", since="2026-05-10", until="2026-11-09"),
            a_tenure(payer="R78", since="2026-11-10"),
            a_leaking_meter(),
        )

        assert _suspects(store) == [(SERIAL, "R77")]

    @pytest.mark.parametrize(
        ("told_until", "is_suspect"), [("2026-11-09", False), ("2026-05-10", True)]
    )
    def test_was_not_told_yet(self, store: Store, told_until: str, *, is_suspect: bool) -> None:
        store.know(a_tenure(), a_leaking_meter())
        told = an_abnormal_consumption(first="2025-05-10", last=told_until, cubic_metres=999)
        with store.begin() as work:
            work.leak_notices.add(a_notice(told))

        assert bool(_suspects(store)) is is_suspect

    @pytest.mark.parametrize(
        ("review", "is_suspect"),
        [(Review.NONE, True), (Review.ACCEPTED, True), (Review.AWAITED, False)],
    )
    def test_may_have_been_read_by_its_subscriber(
        self, store: Store, review: Review, *, is_suspect: bool
    ) -> None:
        store.know(a_tenure(), a_meter_on("100214873", *THREE_YEARS))
        with store.begin() as work:
            work.accounts.add(an_account(ALICE))
            work.requests.add(a_request(1))
            work.sent_readings.add(a_sent_reading(1, index=900, on="2026-11-22", review=review))

        assert bool(_suspects(store)) is is_suspect


def _more_than_a_meter_says() -> Iterator[tuple[str, Tenure, tuple[Meter, ...]]]:
    yield (
        "it has a new meter since its last reading",
        a_tenure(),
        (
            a_meter_on("100214873", *THREE_YEARS, serial="A", removed=showing(500, "2026-08-10")),
            a_meter_on(
                "100214873",
                a_reading(100, "2026-11-09"),
                serial="B",
                fitted=showing(0, "2026-08-10"),
            ),
        ),
    )
    yield (
        "its meter before drew less",
        a_tenure(),
        (
            a_meter_on(
                "100214873",
                a_reading(0, "2023-11-09"),
                a_reading(20, "2025-05-09"),
                serial="A",
                removed=showing(20, "2025-05-10"),
            ),
            a_meter_on(
                "100214873",
                a_reading(1, "2025-05-11"),
                a_reading(90, "2026-05-10"),
                a_reading(160, "2026-11-09"),
                serial="B",
                fitted=showing(0, "2025-05-10"),
            ),
        ),
    )
    yield (
        "its wheels passed zero",
        a_tenure(),
        (
            a_meter_on(
                "100214873",
                a_reading(99_000, "2023-05-10"),
                a_reading(99_900, "2026-05-10"),
                a_reading(500, "2026-11-09"),
                fitted=showing(98_000, "2022-01-01"),
            ),
        ),
    )
    yield (
        "its payer drew less than who lived there before",
        a_tenure(payer="R77", since="2025-05-10"),
        (
            a_meter_on(
                "100214873",
                a_reading(0, "2023-05-10"),
                a_reading(800, "2025-05-10"),
                a_reading(850, "2026-05-10"),
                a_reading(950, "2026-11-09"),
            ),
        ),
    )
    yield (
        "nobody lived there before",
        a_tenure(since="2026-05-10"),
        (a_meter_on("100214873", a_reading(120, "2026-11-09"), fitted=showing(0, "2026-05-10")),),
    )


@pytest.mark.parametrize(
    ("tenure", "meters"), [pytest.param(*rest, id=why) for why, *rest in _more_than_a_meter_says()]
)
def test_a_home_is_suspect_too_where(
    store: Store, tenure: Tenure, meters: tuple[Meter, ...]
) -> None:
    store.know(tenure, *meters)

    assert _suspects(store) == [(meters[-1].serial, tenure.payer.text)]


class TestComparableHomes:
    def test_are_counted_by_town_over_three_years(self, store: Store) -> None:
        store.know(
            a_tenure(),
            a_meter_on("100214873", a_reading(0, "2019-05-10"), *_from_1000(), serial="A"),
            a_tenure("4002", payer="R77"),
            a_meter_on("4002", *_from_1000(), serial="B"),
        )

        assert _homes(store) == ComparableHomes(
            {
                (SOMEWHERE.postcode, SOMEWHERE.town): Homes(
                    count=2, draw=DailyDraw(cubic_metres=680, days=2192)
                )
            }
        )

    def test_are_lived_in(self, store: Store) -> None:
        empty = a_reading(7, "2024-05-10"), a_reading(7, "2026-05-10")
        store.know(
            attrs.evolve(a_tenure(), category=Category.PUBLIC_BODY),
            a_meter_on("100214873", *THREE_YEARS, serial="A"),
            a_tenure("4002", until="2026-06-01"),
            a_meter_on("4002", *THREE_YEARS, serial="B"),
            a_tenure("4003"),
            a_meter_on("4003", *empty, serial="C"),
        )

        assert _homes(store) == ComparableHomes({})


def test_staff_see_what_was_found_the_oldest_first(store: Store) -> None:
    store.know(a_payer(name="Mme Odile Marchal"), a_tenure(), a_meter_on(), a_meter_on(serial="H1"))
    old = another(a_notice(told_on="2025-11-22"), serial="H1")
    with store.begin() as work:
        work.leak_notices.add(a_notice())
        work.leak_notices.add(old)

    with store.look() as readers:
        lines = readers.leak_lists.told(since=day("2025-11-23"))

    assert lines == (
        LeakLine(notice=a_notice(), payer_name="Mme Odile Marchal", address=SOMEWHERE),
    )


def _homes(store: Store) -> ComparableHomes:
    with store.look() as readers:
        return readers.leak_lists.comparable_homes()


def _from_1000() -> Iterator[Reading]:
    for each in THREE_YEARS:
        yield a_reading(1000 + each.index.cubic_metres, each.taken_on.isoformat())

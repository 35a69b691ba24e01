"""What every implementation of `ReadingBench` promises."""

from datetime import date

import attrs
import pytest

from siegvo.application.ports.cell_faults import IndexBeyondDials
from siegvo.application.ports.feeds import ReadingRows
from siegvo.application.ports.reading_bench import (
    Judged,
    MeterUnknown,
    ReadingAfterRemoved,
    ReadingAhead,
    ReadingBeforeFitted,
    ReadingBench,
    ReadingOnLine,
)
from siegvo.domain.metering.reading import Reading
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.meters import SERIAL, a_reading, an_estimate, day, showing
from tests.support.store import Store

TODAY = date(2026, 11, 23)
KNOWN = a_reading(1200, "2026-06-10")
CORRECTED = a_reading(1201, "2026-06-10")
NEW = an_estimate(1250, "2026-10-10")
GONE = "OLD"
ODD = "A\\1\tB %s 'é'"


@pytest.fixture(autouse=True)
def _meters(store: Store) -> None:
    fitted, removed = showing(0, "2005-03-01"), showing(950, "2015-03-01")
    store.know(
        a_tenure(),
        a_meter_on(CONTRACT.digits, KNOWN),
        a_meter_on(serial=GONE, fitted=fitted, removed=removed),
        a_meter_on(serial=ODD),
    )


def _rows(*rows: tuple[str, Reading], first_line: int = 2) -> ReadingRows:
    return ReadingRows(
        lines=range(first_line, first_line + len(rows)),
        serials=[serial for serial, _ in rows],
        days=[reading.taken_on for _, reading in rows],
        indexes=[reading.index.cubic_metres for _, reading in rows],
        sources=[reading.source for _, reading in rows],
        bad=[],
    )


def _keep(store: Store, *rows: tuple[str, Reading]) -> Judged:
    with store.open_reading_bench() as bench:
        bench.lay(_rows(*rows))
        return bench.keep(today=TODAY)


def _known(store: Store, serial: str = SERIAL) -> tuple[Reading, ...]:
    with store.look() as readers:
        meters = {meter.serial: meter for meter in readers.meters.serving(CONTRACT)}
    return meters[serial].readings


def _reasons(bench: ReadingBench) -> list[tuple[int, type, dict[str, object]]]:
    return [
        (each.line, type(each.reason), attrs.asdict(each.reason, recurse=False))
        for each in bench.refused()
    ]


class TestABench:
    def test_holds_nothing_at_first(self, store: Store) -> None:
        with store.open_reading_bench() as bench:
            assert bench.keep(today=TODAY) == Judged(created=0, updated=0, unchanged=0)
            assert _reasons(bench) == []

    def test_keeps_what_nobody_knew(self, store: Store) -> None:
        with store.open_reading_bench() as bench:
            bench.lay(_rows((SERIAL, NEW)))
            bench.lay(_rows((SERIAL, KNOWN), first_line=3))

            assert bench.keep(today=TODAY) == Judged(created=1, updated=0, unchanged=1)

        assert _known(store) == (KNOWN, NEW)

    def test_finds_nothing_new_the_second_time(self, store: Store) -> None:
        _keep(store, (SERIAL, NEW), (SERIAL, CORRECTED))

        again = _keep(store, (SERIAL, NEW), (SERIAL, CORRECTED))

        assert again == Judged(created=0, updated=0, unchanged=2)
        assert _known(store) == (CORRECTED, NEW)

    def test_believes_the_billing_system_when_it_changes_its_mind(self, store: Store) -> None:
        judged = _keep(store, (SERIAL, CORRECTED))

        assert judged == Judged(created=0, updated=1, unchanged=0)
        assert _known(store) == (CORRECTED,)

    def test_weighs_as_it_would_keep_and_keeps_nothing(self, store: Store) -> None:
        with store.open_reading_bench() as bench:
            bench.lay(_rows((SERIAL, NEW), (SERIAL, CORRECTED), ("NEVER SEEN", NEW)))

            assert bench.weigh(today=TODAY) == Judged(created=1, updated=1, unchanged=0)
            assert _reasons(bench) == [(4, MeterUnknown, {"serial": "NEVER SEEN"})]

        assert _known(store) == (KNOWN,)

    def test_is_nobody_elses(self, store: Store) -> None:
        with store.open_reading_bench() as mine, store.open_reading_bench() as theirs:
            mine.lay(_rows((SERIAL, NEW)))

            assert theirs.weigh(today=TODAY) == Judged(created=0, updated=0, unchanged=0)

    def test_says_why_it_refuses_a_line(self, store: Store) -> None:
        with store.open_reading_bench() as bench:
            bench.lay(
                _rows(
                    ("NEVER SEEN", NEW),
                    (SERIAL, a_reading(1300, "2026-11-24")),
                    (SERIAL, a_reading(1, "2015-02-28")),
                    (GONE, a_reading(960, "2015-03-02")),
                    (SERIAL, a_reading(100_000, "2026-09-10")),
                    (SERIAL, NEW),
                )
            )

            assert bench.keep(today=TODAY) == Judged(created=1, updated=0, unchanged=0)
            assert _reasons(bench) == [
                (2, MeterUnknown, {"serial": "NEVER SEEN"}),
                (3, ReadingAhead, {"taken_on": day("2026-11-24")}),
                (
                    4,
                    ReadingBeforeFitted,
                    {"taken_on": day("2015-02-28"), "fitted_on": day("2015-03-01")},
                ),
                (
                    5,
                    ReadingAfterRemoved,
                    {"taken_on": day("2015-03-02"), "removed_on": day("2015-03-01")},
                ),
                (6, IndexBeyondDials, {"column": "index", "cubic_metres": 100_000, "dials": 5}),
            ]

        assert _known(store) == (KNOWN, NEW)

    def test_takes_the_days_of_fitting_and_removal(self, store: Store) -> None:
        first, last = a_reading(0, "2005-03-01"), a_reading(950, "2015-03-01")

        _keep(store, (GONE, first), (GONE, last), (SERIAL, a_reading(99_999, "2026-11-23")))

        assert _known(store, GONE) == (first, last)
        assert _known(store) == (KNOWN, a_reading(99_999, "2026-11-23"))

    def test_lets_the_first_line_of_a_day_stand(self, store: Store) -> None:
        with store.open_reading_bench() as bench:
            other = a_reading(1251, "2026-10-10")
            bench.lay(_rows((SERIAL, NEW), (SERIAL, NEW), (SERIAL, other)))

            assert bench.keep(today=TODAY) == Judged(created=1, updated=0, unchanged=1)
            above = {"serial": SERIAL, "taken_on": day("2026-10-10"), "line": 2}
            assert _reasons(bench) == [(4, ReadingOnLine, above)]

        assert _known(store) == (KNOWN, NEW)

    def test_lets_the_first_line_stand_against_what_was_known(self, store: Store) -> None:
        with store.open_reading_bench() as bench:
            bench.lay(_rows((SERIAL, CORRECTED), (SERIAL, KNOWN)))

            assert bench.keep(today=TODAY) == Judged(created=0, updated=1, unchanged=0)
            above = {"serial": SERIAL, "taken_on": day("2026-06-10"), "line": 2}
            assert _reasons(bench) == [(3, ReadingOnLine, above)]

        assert _known(store) == (CORRECTED,)

    def test_does_not_let_an_impossible_line_stand(self, store: Store) -> None:
        impossible = a_reading(100_000, "2026-10-10")

        judged = _keep(store, (SERIAL, impossible), (SERIAL, NEW))

        assert judged == Judged(created=1, updated=0, unchanged=0)
        assert _known(store) == (KNOWN, NEW)

    def test_reads_a_serial_number_as_it_is(self, store: Store) -> None:
        judged = _keep(store, (ODD, NEW))

        assert judged == Judged(created=1, updated=0, unchanged=0)
        assert _known(store, ODD) == (NEW,)

"""A bench for readings, in the database, beside the tables that everybody sees."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import attrs
from sqlalchemy import Engine, Row

from siegvo.adapters.sql.intake.beside import bench_beside
from siegvo.adapters.sql.intake.judging import RULES
from siegvo.adapters.sql.intake.laid import bench, laid
from siegvo.adapters.sql.intake.laying import Lay, way_to_lay
from siegvo.adapters.sql.intake.reading_cells import reading_cells
from siegvo.adapters.sql.intake.setwise import Setwise
from siegvo.adapters.sql.troubles import Translated
from siegvo.application.ports.cell_faults import IndexBeyondDials
from siegvo.application.ports.feeds import ReadingRows, Rejection
from siegvo.application.ports.reading_bench import (
    Judged,
    MeterUnknown,
    OpenReadingBench,
    ReadingAfterRemoved,
    ReadingAhead,
    ReadingBeforeFitted,
    ReadingOnLine,
)
from siegvo.domain.errors import DomainError


@attrs.define
class SqlReadingBench:
    """`ReadingBench`, in temporary tables of one connection."""

    rows: Setwise
    lay_down: Lay[ReadingRows]
    today: date = date.min

    def lay(self, rows: ReadingRows) -> None:
        if rows.lines:
            self.lay_down(self.rows.connection, rows)
            self.rows.note(rows.lines)

    def weigh(self, *, today: date) -> Judged:
        self.today = today
        return self.rows.weigh({"today": today})

    def keep(self, *, today: date) -> Judged:
        self.today = today
        return self.rows.keep({"today": today})

    def refused(self) -> Iterator[Rejection]:
        for row in self.rows.refused():
            yield Rejection(row.line, self._reason(row))

    def _reason(self, row: Row[Any]) -> DomainError:
        if row.first_line is not None:
            return ReadingOnLine(serial=row.meter, taken_on=row.taken_on, line=row.first_line)
        if row.dials is None:
            return MeterUnknown(serial=row.meter)
        if row.taken_on > self.today:
            return ReadingAhead(taken_on=row.taken_on)
        if row.taken_on < row.fitted_on:
            return ReadingBeforeFitted(taken_on=row.taken_on, fitted_on=row.fitted_on)
        if row.removed_on is not None and row.taken_on > row.removed_on:
            return ReadingAfterRemoved(taken_on=row.taken_on, removed_on=row.removed_on)
        return IndexBeyondDials(column="index", cubic_metres=row.index_m3, dials=row.dials)


def sql_reading_bench(engine: Engine) -> OpenReadingBench:
    """Return the way to clear a bench beside the database of `engine`."""

    @contextmanager
    def opened() -> Iterator[SqlReadingBench]:
        with Translated(), bench_beside(engine, bench) as connection:
            lay_down = way_to_lay(connection, laid, reading_cells)
            yield SqlReadingBench(Setwise(connection, RULES), lay_down)

    return opened

"""Files of the billing system, already read."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Generic, TypeVar

import attrs

from siegvo.application.ports.feeds import ContractRow, MeterRow, ReadingRows, Rejection, Rows
from siegvo.domain.contracts.payer import Payer
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reading import ReadingSource
from tests.support.builders.contracts import a_payer
from tests.support.meters import SERIAL

Batch = TypeVar("Batch")


@attrs.frozen
class Listed(Generic[Batch]):
    """A feed of batches that are ready."""

    ready: Sequence[Batch]
    warnings: Sequence[DomainError] = ()

    def batches(self) -> Iterator[Batch]:
        return iter(self.ready)


def contract_feed(*batches: Sequence[ContractRow]) -> Listed[Rows[ContractRow]]:
    return Listed([Rows(good=batch, bad=()) for batch in batches])


def meter_feed(*batches: Sequence[MeterRow]) -> Listed[Rows[MeterRow]]:
    return Listed([Rows(good=batch, bad=()) for batch in batches])


def contract_row(
    tenure: Tenure, *, line: int = 2, key: str = "ABCD2345", payer: Payer | None = None
) -> ContractRow:
    return ContractRow(
        line=line,
        payer=payer or a_payer(tenure.payer.text),
        tenure=tenure,
        key=SecurityKey(key),
    )


def meter_row(meter: Meter, *, line: int = 2) -> MeterRow:
    return MeterRow(line=line, meter=meter)


@attrs.frozen
class Told:
    """A row of the file of readings."""

    line: int
    index: int
    on: str = "2026-10-10"
    source: ReadingSource = ReadingSource.AGENT
    serial: str = SERIAL


def reading_rows(*rows: Told, bad: Sequence[Rejection] = ()) -> ReadingRows:
    return ReadingRows(
        lines=[row.line for row in rows],
        serials=[row.serial for row in rows],
        days=[date.fromisoformat(row.on) for row in rows],
        indexes=[row.index for row in rows],
        sources=[row.source for row in rows],
        bad=bad,
    )


def reasons(rejections: Iterable[Rejection]) -> list[tuple[int, str]]:
    """Return lines and reasons as they can be compared: two errors are never equal."""
    return [(each.line, repr(each.reason)) for each in rejections]

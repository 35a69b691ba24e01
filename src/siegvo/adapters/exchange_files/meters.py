"""The file of meters."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final, Self

import attrs

from siegvo.adapters.exchange_files import cells, words
from siegvo.adapters.exchange_files.codes import contract_number
from siegvo.adapters.exchange_files.columns import Column, Columns
from siegvo.adapters.exchange_files.rows import built
from siegvo.adapters.exchange_files.sheet import Sheet
from siegvo.application.ports.cell_faults import EndsBeforeItStarts, RemovalIncomplete
from siegvo.application.ports.feeds import MeterRow, Rows
from siegvo.domain.errors import DomainError
from siegvo.domain.metering.meter import FEWEST_DIALS, MOST_DIALS, Fitting, Meter
from siegvo.domain.metering.meter_index import MeterIndex

COLUMNS: Final = Columns(
    (
        Column("numero_compteur", cells.text("numero_compteur", 30)),
        Column("numero_contrat", contract_number("numero_contrat")),
        Column("chiffres", cells.number("chiffres", least=FEWEST_DIALS, most=MOST_DIALS)),
        Column("pose_le", cells.day("pose_le")),
        Column("index_pose", cells.index("index_pose")),
        Column("depose_le", cells.maybe(cells.day("depose_le")), is_required=False),
        Column("index_depose", cells.maybe(cells.index("index_depose")), is_required=False),
        Column(
            "diametre", cells.maybe(cells.number("diametre", least=1, most=2000)), is_required=False
        ),
        Column("marque", cells.maybe(cells.text("marque", 60)), is_required=False),
        Column(
            "annee",
            cells.maybe(cells.number("annee", least=cells.FIRST_YEAR, most=cells.LAST_YEAR)),
            is_required=False,
        ),
        Column(
            "telereleve",
            cells.maybe(cells.word("telereleve", words.YES_OR_NO), otherwise=False),
            is_required=False,
        ),
    )
)


@attrs.frozen
class MeterFile:
    """`MeterFeed`, in a file."""

    sheet: Sheet
    warnings: Sequence[DomainError]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        return cls(sheet, COLUMNS.check(sheet))

    def batches(self) -> Iterator[Rows[MeterRow]]:
        for values in COLUMNS.values(self.sheet):
            yield built(values, _row)


def _row(line: int, values: tuple[Any, ...]) -> MeterRow:
    serial, contract, dials, fitted_on, fitted_at, removed_on, removed_at, *rest = values
    diameter, make, year, is_remote_read = rest
    return MeterRow(
        line=line,
        meter=Meter(
            serial=serial,
            contract=contract,
            dials=dials,
            fitted=Fitting(on=fitted_on, index=fitted_at),
            removed=_removal(fitted_on, removed_on, removed_at),
            diameter_mm=diameter,
            make=make,
            year=year,
            is_remote_read=is_remote_read,
        ),
    )


def _removal(fitted: date, on: date | None, index: MeterIndex | None) -> Fitting | None:
    if on is None and index is None:
        return None
    if on is None or index is None:
        raise RemovalIncomplete(missing="depose_le" if on is None else "index_depose")
    if on < fitted:
        raise EndsBeforeItStarts(first=fitted, last=on)
    return Fitting(on=on, index=index)

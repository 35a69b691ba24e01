"""The file of readings."""

from collections.abc import Iterator, Sequence
from typing import Final, Self

import attrs

from siegvo.adapters.exchange_files import cells, words
from siegvo.adapters.exchange_files.columns import Column, Columns
from siegvo.adapters.exchange_files.sheet import Sheet
from siegvo.application.ports.feeds import ReadingRows
from siegvo.domain.errors import DomainError

_index = cells.index("index")

COLUMNS: Final = Columns(
    (
        Column("numero_compteur", cells.text("numero_compteur", 30)),
        Column("releve_le", cells.day("releve_le")),
        Column("index", lambda cell: _index(cell).cubic_metres),
        Column("origine", cells.word("origine", words.SOURCES)),
    )
)


@attrs.frozen
class ReadingFile:
    """`ReadingFeed`, in a file."""

    sheet: Sheet
    warnings: Sequence[DomainError]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        return cls(sheet, COLUMNS.check(sheet))

    def batches(self) -> Iterator[ReadingRows]:
        for values in COLUMNS.values(self.sheet):
            serials, days, indexes, sources = values.columns
            yield ReadingRows(
                lines=values.lines,
                serials=serials,
                days=days,
                indexes=indexes,
                sources=sources,
                bad=values.bad,
            )

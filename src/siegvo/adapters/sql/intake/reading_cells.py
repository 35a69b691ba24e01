"""Readings as the columns of a bench, in values that drivers take quickly."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Final

from siegvo.adapters.sql.intake.laying import Text
from siegvo.application.ports.feeds import ReadingRows

# The driver takes four times as long for a `date` or for a member of an enumeration.
_iso: Final = lru_cache(maxsize=10_000)(date.isoformat)
_word: Final = attrgetter("_value_")


def reading_cells(rows: ReadingRows, text: Text) -> Iterator[tuple[object, ...]]:
    days, sources = map(_iso, rows.days), map(_word, rows.sources)
    return zip(rows.lines, text(rows.serials), days, rows.indexes, sources, strict=True)

"""Invoice lines as the columns of a bench, in values that drivers take quickly."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Final

from siegvo.adapters.sql.intake.laying import Text
from siegvo.application.ports.billing_feeds import InvoiceLineRows

_word: Final = attrgetter("_value_")
_cents: Final = attrgetter("cents")
_written: Final = lru_cache(maxsize=10_000)(str)


@lru_cache(maxsize=10_000)
def _ten_thousandths(price: Decimal) -> int:
    return int(price.scaleb(4))


@lru_cache(maxsize=1_000)
def _hundredths(rate: Decimal) -> int:
    return int(rate.scaleb(2))


def line_cells(rows: InvoiceLineRows, text: Text) -> Iterator[tuple[object, ...]]:
    return zip(
        rows.lines,
        rows.invoices,
        rows.ranks,
        map(_word, rows.headings),
        text(rows.labels),
        map(_written, rows.quantities),
        text(rows.units),
        map(_ten_thousandths, rows.unit_prices),
        map(_hundredths, rows.vat_rates),
        map(_cents, rows.nets),
        strict=True,
    )

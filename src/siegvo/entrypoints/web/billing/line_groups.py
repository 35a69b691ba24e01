"""What an invoice charges for, under the headings of the law, ready to print."""

from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from siegvo.adapters.french.values import say
from siegvo.domain.billing.invoice_line import Heading, InvoiceLine
from siegvo.entrypoints.web.billing.words import figures

_HEADINGS: Final[Mapping[Heading, str]] = {
    Heading.WATER: "Distribution de l’eau",
    Heading.SANITATION: "Collecte et traitement des eaux usées",
    Heading.PUBLIC_BODIES: "Organismes publics",
}
_UNITS: Final = {"m3": "m³"}


@attrs.frozen(kw_only=True)
class LineRow:
    """`quantity`: `38 m³`; `unit_price`: `1,4210 €`; `vat`: `5,5 %`; `net`: `54,00 €`."""

    label: str
    quantity: str
    unit_price: str
    vat: str
    net: str


@attrs.frozen(kw_only=True)
class LineGroup:
    heading: str
    rows: tuple[LineRow, ...]


def line_groups(lines: Sequence[InvoiceLine]) -> tuple[LineGroup, ...]:
    """Put `lines` under their headings, in the order of the law; empty ones are left out."""
    groups = (
        LineGroup(
            heading=words,
            rows=tuple(_row(line) for line in lines if line.heading is heading),
        )
        for heading, words in _HEADINGS.items()
    )
    return tuple(group for group in groups if group.rows)


def _row(line: InvoiceLine) -> LineRow:
    label = line.label.replace("'", "’")
    unit = _UNITS.get(line.unit or "", line.unit or "")
    return LineRow(
        label=f"{label[:1].upper()}{label[1:]}",
        quantity=f"{figures(line.quantity)}\u00a0{unit}".rstrip(),
        unit_price=f"{figures(line.unit_price, decimals=4)}\u00a0€",
        vat=f"{figures(line.vat_rate)}\u00a0%",
        net=say(line.net),
    )

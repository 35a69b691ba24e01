"""What the copy of an invoice says."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from siegvo.adapters.french.values import number, say
from siegvo.adapters.papers.compiling import Fact
from siegvo.adapters.papers.shared_facts import (
    address_facts,
    addressee_facts,
    day_facts,
    utility_facts,
)
from siegvo.application.ports.papers import InvoicePaper
from siegvo.application.readers.invoices import MeasuredPeriod
from siegvo.domain.billing.invoice_line import Heading, InvoiceLine
from siegvo.domain.billing.litre_price import LitrePrice, litre_price
from siegvo.domain.billing.vat_shares import vat_shares

_FRENCH: Final = str.maketrans(",.-", "\u00a0,\u2212")


def invoice_facts(paper: InvoicePaper) -> Mapping[str, Fact]:
    """Return them all in French figures; the words are the template's."""
    invoice, situation = paper.invoice, paper.situation
    return {
        "made": day_facts(paper.made_on),
        "made_on": say(paper.made_on),
        "utility": utility_facts(paper.utility),
        "to": addressee_facts(paper.payer),
        "kind": invoice.kind.value,
        "number": invoice.number.text,
        "contract": invoice.contract.digits,
        "supply": address_facts(paper.supply),
        "issued_on": say(invoice.issued_on),
        "due_on": say(invoice.due_on),
        "debit_on": _said(invoice.debit_on),
        "period": (say(invoice.period.first), say(invoice.period.last)),
        "volume": None if invoice.volume_m3 is None else _amount(invoice.volume_m3, unit="m³"),
        "measured": tuple(map(_measured, paper.measured)),
        "treasury_reference": invoice.treasury_reference,
        "standing": situation.standing.value,
        "outstanding": say(situation.outstanding.amount),
        "as_of": say(situation.outstanding.as_of),
        "paid_on": _said(situation.paid_on),
        "is_payable_online": paper.is_payable_online,
        "groups": tuple(_groups(paper.lines)),
        "net": _said(invoice.net),
        "vat": _said(invoice.vat),
        "total": say(invoice.total),
        "vat_shares": tuple(
            {"rate": _per_cent(share.rate), "net": say(share.net), "vat": say(share.vat)}
            for share in vat_shares(paper.lines, vat=invoice.vat)
        ),
        "litre": _litre(litre_price(paper.lines, volume_m3=invoice.volume_m3)),
    }


def _measured(period: MeasuredPeriod) -> Mapping[str, Fact]:
    return {
        "serial": period.serial,
        "opening": number(period.opening.cubic_metres),
        "closing": number(period.closing.cubic_metres),
        "source": say(period.source),
    }


def _groups(lines: tuple[InvoiceLine, ...]) -> Iterator[Mapping[str, Fact]]:
    """Give the headings of the law in its order, those without a line left out."""
    ranked = sorted(lines, key=lambda line: line.rank)
    for heading in Heading:
        if under := [_line(line) for line in ranked if line.heading is heading]:
            yield {"heading": heading.value, "lines": under}


def _line(line: InvoiceLine) -> Mapping[str, Fact]:
    return {
        "label": line.label,
        "quantity": _quantity(line),
        "unit_price": f"{_figures(line.unit_price, decimals=4)}\u00a0€",
        "vat_rate": _per_cent(line.vat_rate),
        "net": say(line.net),
    }


def _quantity(line: InvoiceLine) -> str:
    unit = "m³" if line.unit == "m3" else line.unit
    return _amount(line.quantity, unit=unit) if unit else _figures(line.quantity)


def _amount(amount: Decimal | int, *, unit: str) -> str:
    return f"{_figures(Decimal(amount))}\u00a0{unit}"


def _litre(price: LitrePrice | None) -> Mapping[str, Fact] | None:
    if price is None:
        return None
    return {
        "euros": f"{_figures(price.euros, decimals=5)}\u00a0€",
        "subscription": say(price.subscription),
    }


def _per_cent(rate: Decimal) -> str:
    return _amount(rate, unit="%")


def _figures(value: Decimal, *, decimals: int | None = None) -> str:
    """Write `1 234,5`; with so many decimals, or as many as it needs."""
    written = f"{value:,f}" if decimals is None else f"{value:,.{decimals}f}"
    if decimals is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.translate(_FRENCH)


def _said(value: object) -> str | None:
    return None if value is None else say(value)

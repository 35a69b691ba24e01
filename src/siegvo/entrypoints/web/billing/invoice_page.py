"""One invoice, ready to print."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs

from siegvo.adapters.french.values import cubic_metres, number, say
from siegvo.application.billing.show_invoice import InvoiceView
from siegvo.application.readers.invoices import InvoiceSheet, MeasuredPeriod
from siegvo.domain.billing.collection import Collection, Means
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.litre_price import litre_price
from siegvo.domain.billing.situation import Situation
from siegvo.domain.billing.vat_shares import vat_shares
from siegvo.domain.billing.whole_litre_price import whole_litre_price
from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.web.billing.line_groups import LineGroup, line_groups
from siegvo.entrypoints.web.billing.offer_words import PaymentWords, payment_words
from siegvo.entrypoints.web.billing.standing_marks import standing_mark
from siegvo.entrypoints.web.billing.words import (
    KINDS,
    figures,
    is_owed,
    known_on,
    may_be_behind,
    name_of,
    pdf_words,
)
from siegvo.entrypoints.web.requests.states import StateMark

_MEANS: Final[Mapping[Means, str]] = {
    Means.CARD: "Carte bancaire",
    Means.TRANSFER: "Virement",
    Means.CHEQUE: "Chèque",
    Means.DIRECT_DEBIT: "Prélèvement",
    Means.CASH: "Espèces",
    Means.OTHER: "Autre moyen",
}
_SOURCES: Final[Mapping[ReadingSource, str]] = {
    ReadingSource.AGENT: "dernier index relevé par un agent",
    ReadingSource.SUBSCRIBER: "dernier index transmis par vous",
    ReadingSource.ESTIMATE: "dernier index estimé",
    ReadingSource.REMOTE: "dernier index relevé à distance",
}


@attrs.frozen(kw_only=True)
class Fact:
    label: str
    value: str


@attrs.frozen(kw_only=True)
class Received:
    """`received_on`: `10/11/2026`; `means`: `Virement`; `amount`: `52,48 €`."""

    received_on: str
    means: str
    amount: str


@attrs.frozen(kw_only=True)
class InvoicePage:
    """Everything the page prints, in its order.

    `amount_title`: `Reste à payer au 17/11/2026`.  `known` says whose word the state is.
    `pdf`: `Facture (PDF, 84 Ko)`.  `paid_twice` is a sentence when several payments on line
    overlapped, else empty.  Empty when they are not known: `net`, `vat` and `litre`;
    `vat_title`: `TVA (5,5 % : 4,72 € ; 10 % : 7,14 €)`.
    """

    name: str
    kind: str
    number: str
    back_href: str
    amount_title: str
    amount: str
    state: StateMark
    known: str
    payment: PaymentWords
    pdf: str
    pdf_href: str
    facts: tuple[Fact, ...]
    groups: tuple[LineGroup, ...]
    net: str
    vat_title: str
    vat: str
    total: str
    litre: str
    received: tuple[Received, ...]
    is_behind: bool
    paid_twice: str


def invoice_page(view: InvoiceView, *, today: date) -> InvoicePage:
    """Write out `view`."""
    sheet, situation = view.sheet, view.situation
    invoice = sheet.known.invoice
    owed = is_owed(situation)
    return InvoicePage(
        name=name_of(invoice),
        kind=KINDS[invoice.kind],
        number=str(invoice.number),
        back_href=f"/factures?contrat={invoice.contract}",
        amount_title=_amount_title(situation) if owed else "Montant TTC",
        amount=say(situation.outstanding.amount if owed else invoice.total),
        state=standing_mark(invoice, situation, today=today),
        known=f"{known_on(situation.outstanding.as_of)}.",
        payment=payment_words(invoice, situation, view.offer),
        pdf=pdf_words(invoice, size=view.document_bytes),
        pdf_href=f"/factures/{invoice.number}.pdf",
        facts=_facts(sheet),
        groups=line_groups(sheet.lines),
        net=say(invoice.net) if invoice.net else "",
        vat_title=_vat_title(invoice, sheet.lines),
        vat=say(invoice.vat) if invoice.vat else "",
        total=say(invoice.total),
        litre=_litre(invoice, sheet.lines),
        received=tuple(map(_received, sheet.known.collections)),
        is_behind=may_be_behind(situation),
        paid_twice=_paid_twice(view),
    )


def _paid_twice(view: InvoiceView) -> str:
    if view.too_much is None:
        return ""
    return (
        "La trésorerie nous annonce plusieurs paiements en ligne de cette facture\u00a0:"
        f" {say(view.too_much)} de trop. Le service le vérifie avec elle\u00a0; ce qui a été payé"
        " en trop vous sera remboursé. Ne payez plus rien, et gardez vos reçus."
    )


def _amount_title(situation: Situation) -> str:
    return f"Reste à payer au {say(situation.outstanding.as_of)}"


def _facts(sheet: InvoiceSheet) -> tuple[Fact, ...]:
    invoice = sheet.known.invoice
    period = invoice.period
    facts = [
        ("Contrat", str(invoice.contract)),
        ("Lieu desservi", say(sheet.supply)),
        ("Redevable", sheet.payer_name),
        ("Émise le", say(invoice.issued_on)),
        ("Échéance", say(invoice.due_on)),
        ("Période", f"du {say(period.first)} au {say(period.last)}"),
        *_measures(sheet),
    ]
    return tuple(Fact(label=label, value=value) for label, value in facts)


def _measures(sheet: InvoiceSheet) -> list[tuple[str, str]]:
    """Say what meters showed; with several, each by its number; else how much was charged."""
    volume = sheet.known.invoice.volume_m3
    charged = "" if volume is None else cubic_metres(volume)
    if len(sheet.measured) == 1:
        (only,) = sheet.measured
        total = f", soit {charged}" if charged else ""
        return [("Index", f"{_indexes(only)}{total}, {_SOURCES[only.source]}")]
    each = [
        (f"Compteur {meter.serial}", f"{_indexes(meter)}, {_SOURCES[meter.source]}")
        for meter in sheet.measured
    ]
    return [*each, ("Volume facturé", charged)] if charged else each


def _indexes(meter: MeasuredPeriod) -> str:
    opening, closing = meter.opening.cubic_metres, meter.closing.cubic_metres
    return f"de {number(opening)} à {number(closing)}"


def _vat_title(invoice: Invoice, lines: tuple[InvoiceLine, ...]) -> str:
    shares = [
        f"{figures(share.rate)}\u00a0%\u00a0: {say(share.vat)}"
        for share in vat_shares(lines, vat=invoice.vat)
    ]
    listed = "\u00a0; ".join(shares)
    return f"TVA ({listed})" if listed else "TVA"


def _litre(invoice: Invoice, lines: tuple[InvoiceLine, ...]) -> str:
    whole = whole_litre_price(invoice)
    if whole is None:
        return ""
    words = f"Soit {figures(whole, decimals=4)}\u00a0€ TTC par litre, abonnement compris"
    bare = litre_price(lines, volume_m3=invoice.volume_m3)
    if bare is None or not bare.subscription:
        return f"{words}."
    return f"{words}\u00a0; {figures(bare.euros, decimals=5)}\u00a0€ sans l’abonnement."


def _received(collection: Collection) -> Received:
    return Received(
        received_on=say(collection.received_on),
        means=_MEANS[collection.means],
        amount=say(collection.amount),
    )

"""FACTURES, ready to print."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import attrs

from siegvo.adapters.french.values import cubic_metres, say
from siegvo.application.billing.list_invoices import InvoiceList
from siegvo.application.readers.invoices import InvoiceGroup
from siegvo.application.readers.visitors import HeldContract
from siegvo.entrypoints.web.billing.invoice_rows import InvoiceRow, invoice_rows, usual_day
from siegvo.entrypoints.web.billing.offer_words import PaymentWords, payment_words
from siegvo.entrypoints.web.billing.query import ALL, GROUPS, PATH, InvoiceQuery
from siegvo.entrypoints.web.billing.standing_marks import standing_mark
from siegvo.entrypoints.web.billing.words import (
    KINDS,
    is_owed,
    known_on,
    may_be_behind,
    pdf_words,
    whole_of,
)
from siegvo.entrypoints.web.chooser import Chooser, choices, chooser
from siegvo.entrypoints.web.requests.states import StateMark

_LABELS: Final[Mapping[InvoiceGroup, str]] = {
    InvoiceGroup.TO_PAY: "À payer",
    InvoiceGroup.SETTLED: "Payées",
    InvoiceGroup.CREDIT: "Avoirs",
    InvoiceGroup.CANCELLED: "Annulées",
}
_FEW: Final = 4


@attrs.frozen(kw_only=True)
class Option:
    value: str
    label: str
    is_chosen: bool


@attrs.frozen(kw_only=True)
class YearLink:
    """`label`: `Les factures de 2026`."""

    href: str
    label: str


@attrs.frozen(kw_only=True)
class LatestCard:
    """The last invoice at a glance.

    `amount` is what is left if anything is, else the total; `subject`: `du 12/11/2026, pour
    38 m³ du 10/06/2026 au 10/10/2026.`; `known`: `Situation au 17/11/2026, d’après le service
    de facturation.`
    """

    number: str
    kind: str
    href: str
    pdf: str
    pdf_href: str
    amount: str
    state: StateMark
    subject: str
    known: str
    payment: PaymentWords


@attrs.frozen(kw_only=True)
class ListPage:
    """Everything the page prints, in its order.

    `subtitle` ends the title when the list is not whole: `2025, à payer`.  `standing` is a
    sentence when the contract does not run as usual.  `latest` is absent when there is none, or
    when the list is narrowed.  `caption` and `known` head the table of `rows`; `known` may be
    empty.
    `all_href` leads to the whole list, `older_href` further back, `newest_href` to its
    beginning; empty when there is no such thing.  `has_any` when there are invoices at all.
    `is_behind` when the treasury may know more than this page.
    """

    chooser: Chooser | None
    every_href: str
    shows_every: bool
    contract: str
    subtitle: str
    standing: str
    has_any: bool
    latest: LatestCard | None
    years: tuple[Option, ...]
    groups: tuple[Option, ...]
    caption: str
    known: str
    rows: tuple[InvoiceRow, ...]
    all_href: str
    older_href: str
    newest_href: str
    archives: tuple[YearLink, ...]
    is_behind: bool


def list_page(
    found: InvoiceList,
    query: InvoiceQuery,
    *,
    contracts: Sequence[HeldContract],
    today: date,
) -> ListPage:
    """Write out what was `found` for `query`, of the `contracts` of this account."""
    rest = [each for each in found.invoices if each is not found.latest]
    day = usual_day(rest)
    shown = next((each for each in contracts if each.number == query.contract), None)
    return ListPage(
        chooser=_chooser(contracts, query),
        every_href=f"{PATH}?contrat={ALL}" if len(contracts) > 1 else "",
        shows_every=query.contract is None,
        contract=str(query.contract or ALL),
        subtitle=_subtitle(query),
        standing=_standing(shown, today=today) if shown else "",
        has_any=bool(found.years),
        latest=_latest(found, today=today),
        years=_year_options(found.years, query),
        groups=_group_options(query),
        caption=_caption(found, query),
        known=known_on(day) if day else "",
        rows=invoice_rows(rest, today=today, known_on=day),
        all_href="" if query.is_whole else InvoiceQuery(contract=query.contract).href(),
        older_href=attrs.evolve(query, after=found.after).href() if found.after else "",
        newest_href=attrs.evolve(query, after=None).href() if query.after else "",
        archives=_archives(found.years, query),
        is_behind=any(may_be_behind(each.situation) for each in found.invoices),
    )


def _chooser(contracts: Sequence[HeldContract], query: InvoiceQuery) -> Chooser | None:
    if query.contract:
        return chooser(contracts, shown=query.contract, path=PATH)
    return Chooser(
        path=PATH, choices=choices(contracts, path=PATH), is_short=len(contracts) <= _FEW
    )


def _standing(contract: HeldContract, *, today: date) -> str:
    if contract.ended_on and contract.ended_on < today:
        return (
            f"Ce contrat est résilié depuis le {say(contract.ended_on)}. Vous pouvez encore"
            " consulter et payer ses factures."
        )
    if contract.is_suspended:
        return (
            "Ce contrat est suspendu. Ses factures restent à régler\u00a0; pour connaître la raison"
            " de la suspension, contactez le syndicat des eaux."
        )
    return ""


def _subtitle(query: InvoiceQuery) -> str:
    words = [
        "tous les contrats" if query.contract is None else "",
        str(query.year or ""),
        _LABELS[query.group].lower() if query.group else "",
        "suite" if query.after else "",
    ]
    return ", ".join(filter(None, words))


def _latest(found: InvoiceList, *, today: date) -> LatestCard | None:
    if found.latest is None or found.offer is None:
        return None
    invoice, situation = found.latest.invoice, found.latest.situation
    owed = is_owed(situation)
    volume = invoice.volume_m3
    billed = "la période" if volume is None else cubic_metres(volume)
    known = f"{known_on(situation.outstanding.as_of)}."
    return LatestCard(
        number=str(invoice.number),
        kind=KINDS[invoice.kind],
        href=f"{PATH}/{invoice.number}",
        pdf=pdf_words(invoice, size=found.latest_bytes),
        pdf_href=f"{PATH}/{invoice.number}.pdf",
        amount=say(situation.outstanding.amount if owed else invoice.total),
        state=standing_mark(invoice, situation, today=today),
        subject=(
            f"du {say(invoice.issued_on)}{whole_of(invoice, situation)}, pour {billed}"
            f" du {say(invoice.period.first)} au {say(invoice.period.last)}."
        ),
        known=f"{known} Un paiement plus récent peut ne pas y figurer." if owed else known,
        payment=payment_words(invoice, situation, found.offer),
    )


def _caption(found: InvoiceList, query: InvoiceQuery) -> str:
    if query.is_whole and found.latest:
        is_first = found.invoices[0] is found.latest
        return "Factures précédentes" if is_first else "Autres factures"
    words = [
        "Factures",
        f"de {query.year}" if query.year else "",
        f"({_LABELS[query.group].lower()})" if query.group else "",
    ]
    return " ".join(filter(None, words))


def _year_options(years: Iterable[int], query: InvoiceQuery) -> tuple[Option, ...]:
    every = Option(value="", label="Toutes les années", is_chosen=query.year is None)
    shown = [
        Option(value=str(year), label=str(year), is_chosen=year == query.year) for year in years
    ]
    return (every, *shown)


def _group_options(query: InvoiceQuery) -> tuple[Option, ...]:
    every = Option(value="", label="Toutes les situations", is_chosen=query.group is None)
    shown = [
        Option(value=GROUPS[group], label=label, is_chosen=group is query.group)
        for group, label in _LABELS.items()
    ]
    return (every, *shown)


def _archives(years: Iterable[int], query: InvoiceQuery) -> tuple[YearLink, ...]:
    return tuple(
        YearLink(
            href=f"{PATH}/annee/{year}.zip?contrat={query.contract or ALL}",
            label=f"Les factures de {year}",
        )
        for year in years
        if query.year in {None, year}
    )

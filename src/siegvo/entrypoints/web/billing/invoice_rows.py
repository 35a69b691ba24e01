"""Invoices in a table, ready to print."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from siegvo.adapters.french.values import day, say
from siegvo.application.billing.list_invoices import ListedInvoice
from siegvo.entrypoints.web.billing.standing_marks import StandingWords, standing_words
from siegvo.entrypoints.web.billing.words import is_owed, period_of
from siegvo.entrypoints.web.requests.states import StateMark


@attrs.frozen(kw_only=True)
class InvoiceRow:
    """`period`: `10/06 au 10/10/2026`; `amount`: `152,48 €`.

    `note` goes on with the state, or is empty: `le 10/11/2026`, `reste 52,48 €`.
    """

    number: str
    href: str
    contract: str
    issued_on: str
    period: str
    amount: str
    state: StateMark
    note: str


def invoice_rows(
    listed: Iterable[ListedInvoice], *, today: date, known_on: date | None
) -> tuple[InvoiceRow, ...]:
    """Write out invoices; what is not known as of `known_on` bears its own date."""
    return tuple(_row(each, today=today, known_on=known_on) for each in listed)


def usual_day(listed: Sequence[ListedInvoice]) -> date | None:
    """Return the day as of which most of them are known, the last of such days."""
    days = Counter(each.situation.outstanding.as_of for each in listed)
    return max(days, key=lambda day: (days[day], day), default=None)


def _row(listed: ListedInvoice, *, today: date, known_on: date | None) -> InvoiceRow:
    invoice = listed.invoice
    words = standing_words(invoice, listed.situation, today=today)
    return InvoiceRow(
        number=str(invoice.number),
        href=f"/factures/{invoice.number}",
        contract=str(invoice.contract),
        issued_on=day(invoice.issued_on),
        period=period_of(invoice.period),
        amount=say(invoice.total),
        state=words.mark,
        note=_note(listed, words, known_on=known_on),
    )


def _note(listed: ListedInvoice, words: StandingWords, *, known_on: date | None) -> str:
    if not is_owed(listed.situation):
        return words.when
    left = listed.situation.outstanding
    notes = (
        words.when,
        f"reste {say(left.amount)}" if left.amount != listed.invoice.total else "",
        f"situation au {say(left.as_of)}" if left.as_of != known_on else "",
    )
    return ", ".join(filter(None, notes))

"""Invoices that have just come are told to those who have them by mail."""

from collections.abc import Sequence
from datetime import date, datetime

from siegvo.application.ports.work import Work
from siegvo.domain.billing.e_invoicing import is_news
from siegvo.domain.billing.events import InvoiceAvailable
from siegvo.domain.billing.invoice import Invoice


def announce(work: Work, created: Sequence[Invoice], *, at: datetime, today: date) -> None:
    """Tell each account once of each invoice that is news: a first import tells of few."""
    news = {each.number: each for each in created if is_news(each, today=today)}
    for notice in work.e_invoices.notify(tuple(news)):
        invoice = news[notice.invoice]
        work.record(
            InvoiceAvailable(
                at=at,
                account=str(notice.account),
                payer=notice.payer.text,
                contract=invoice.contract.digits,
                invoice=invoice.number.text,
                issued_on=invoice.issued_on,
                is_credit=invoice.is_credit,
            )
        )

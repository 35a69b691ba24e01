"""All that a contract sheet tells of a tenure, beside it: nothing else need be asked.

Rows come in any order, and repeat what they tell: a tenure for each of its meters, each meter for
each reading that is awaited, all of them for each payment of the last invoice.  They are few.
"""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Row, and_, case, exists, func, or_, select

from siegvo.adapters.sql.readers.e_invoice_standing import HAS_BOUNCED, NEWEST_WISH
from siegvo.adapters.sql.readers.known_invoices import (
    KNOWN,
    newest_payable_of,
    with_what_is_known,
)
from siegvo.adapters.sql.readers.open_requests import HAS_OPEN_REQUESTS
from siegvo.adapters.sql.readers.payment_standing import WAS_CHANGED_HERE
from siegvo.adapters.sql.repositories.announcements import HAS_ANNOUNCEMENTS
from siegvo.adapters.sql.repositories.leaks import HAS_LEAK_NOTICE
from siegvo.adapters.sql.repositories.sent_readings import NOT_SEEN_YET
from siegvo.adapters.sql.tables.billing import invoices
from siegvo.adapters.sql.tables.contracts import contracts, links, payers, tenures
from siegvo.adapters.sql.tables.metering import meters, readings, sent_readings
from siegvo.adapters.sql.tables.requests import requests
from siegvo.domain.metering.reading import ReadingSource

_last, _actual = readings.alias("last"), readings.alias("actual")
_is_shown = payers.c.code.is_not(None)
_last_day = func.coalesce(tenures.c.ended_on, date.max)


def _told_once(name: str, fact: ColumnElement[Any]) -> ColumnElement[Any]:
    """Say nothing of tenures whose sheet is not asked for."""
    return case((_is_shown, fact)).label(name)


OF_TENURE: Final = (
    tenures.c.contract,
    tenures.c.payer,
    tenures.c.started_on,
    tenures.c.ended_on,
    tenures.c.suspended,
    tenures.c.category,
    tenures.c.payment_mode,
    tenures.c.e_invoice,
    tenures.c.occupant,
    tenures.c.masked_iban,
    contracts.c.street,
    contracts.c.postcode,
    contracts.c.town,
)
"""The columns that make a tenure."""

OF_SHEET: Final = (
    payers.c.name.label("payer_name"),
    _told_once("e_invoice_asked", NEWEST_WISH),
    _told_once("is_mailbox_refused", HAS_BOUNCED),
    _told_once("is_payment_changed_here", WAS_CHANGED_HERE),
    _told_once("has_open_requests", HAS_OPEN_REQUESTS),
    _told_once("has_leak_notice", HAS_LEAK_NOTICE),
    _told_once("has_announcements", HAS_ANNOUNCEMENTS),
    meters.c.serial,
    meters.c.dials,
    meters.c.fitted_on,
    meters.c.remote_read,
    *(each.label(f"last_{each.name}") for each in _last.c if each.name != "meter"),
    *(each.label(f"actual_{each.name}") for each in _actual.c if each.name != "meter"),
    *(
        sent_readings.c[each].label(f"awaited_{each}")
        for each in ("reference", "meter", "taken_on", "index_m3", "review")
    ),
    requests.c.state.label("awaited_state"),
    *(each for each in invoices.c if each.name != "contract"),
    *KNOWN,
)
"""The columns that `with_sheet` adds; the contract of the invoice is that of the tenure."""


def with_sheet(page: FromClause) -> FromClause:
    """Put beside each tenure of `page` that has its payer its meters, readings and last invoice.

    One join after the other: SQLite would first write out a join within a join.
    """
    beside = (
        page.outerjoin(meters, _IN_SERVICE)
        .outerjoin(_last, _newest(_last))
        .outerjoin(_actual, _newest(_actual, readings.c.source != ReadingSource.ESTIMATE.value))
        .outerjoin(sent_readings, _AWAITED)
        .outerjoin(requests, requests.c.reference == sent_readings.c.reference)
        .outerjoin(invoices, and_(_is_shown, invoices.c.number == newest_payable_of(tenures)))
    )
    return with_what_is_known(beside, number=invoices.c.number)


# What came or went after the payer's last day is for the next payer to know.
_IN_SERVICE: Final = and_(
    _is_shown,
    meters.c.contract == tenures.c.contract,
    meters.c.fitted_on <= _last_day,
    or_(meters.c.removed_on.is_(None), meters.c.removed_on > tenures.c.ended_on),
)

_theirs = requests.alias("theirs")
sent_by_holder: Final = and_(
    sent_readings.c.contract == tenures.c.contract,
    NOT_SEEN_YET,
    exists()
    .where(
        _theirs.c.reference == sent_readings.c.reference,
        _theirs.c.account == links.c.account,
    )
    .correlate(sent_readings, links),
)
"""Match what they read themselves, beside a tenure and its link."""

_AWAITED: Final = and_(
    _is_shown, sent_by_holder, sent_readings.c.taken_on.between(tenures.c.started_on, _last_day)
)


def _newest(shown: FromClause, *among: ColumnElement[bool]) -> ColumnElement[bool]:
    """Match the newest reading of the meter, within the payer's own days."""
    newest = (
        select(func.max(readings.c.taken_on))
        .where(
            readings.c.meter == meters.c.serial,
            readings.c.taken_on.between(tenures.c.started_on, _last_day),
            *among,
        )
        .correlate(meters, tenures)
        .scalar_subquery()
    )
    return and_(shown.c.meter == meters.c.serial, shown.c.taken_on == newest)


def latest_first(row: Row[Any]) -> tuple[int, str]:
    """Sort tenures so that the latest comes first; of two, the first payer's."""
    return -row.started_on.toordinal(), row.payer


def of_latest_tenure(rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """Return those rows that tell of the latest tenure."""
    _, of_latest = next(groupby(sorted(rows, key=latest_first), latest_first))
    return list(of_latest)


def each_in(rows: Iterable[Row[Any]], name: str) -> Iterable[Row[Any]]:
    """Return a row for each thing that bears a name in this column."""
    found = {getattr(row, name): row for row in rows}
    found.pop(None, None)
    return found.values()

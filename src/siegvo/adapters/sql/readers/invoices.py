"""Invoices as pages show them: a list in one statement, a sheet in two."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

import attrs
from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    true,
)

from siegvo.adapters.sql.days import days_before
from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.readers.known_invoices import (
    KNOWN,
    known_invoice,
    known_invoices,
    newest_payable_of,
    with_what_is_known,
)
from siegvo.adapters.sql.repositories.invoices import BELONGS, SqlInvoices
from siegvo.adapters.sql.tables.billing import collections, invoices
from siegvo.adapters.sql.tables.contracts import contracts, links, payers, tenures
from siegvo.adapters.sql.tables.metering import meters, readings
from siegvo.application.readers.invoices import (
    InvoiceGroup,
    InvoiceKey,
    InvoicePage,
    InvoiceSheet,
    MeasuredPeriod,
)
from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice import InvoiceKind
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from siegvo.domain.policy import BALANCE_MAY_MISS

_BEYOND: Final = InvoiceKey(issued_on=date.max, number=InvoiceNumber("Z"))

_linked = and_(links.c.payer == tenures.c.payer, links.c.account == bindparam("holder"))
_is_theirs = exists().where(BELONGS, _linked).correlate(invoices)
_of_contract = invoices.c.contract == bindparam("contract")
_of_their_contracts = invoices.c.contract.in_(select(tenures.c.contract).where(_linked))


@cache
def _list(*, of_all: bool, of_group: bool, most: int) -> Prepared:
    """Make the statement of a list; without any invoice it still gives one row."""
    held = (
        select(invoices)
        .where(_of_their_contracts if of_all else _of_contract, _is_theirs)
        .cte("held")
    )
    years = select(
        func.min(held.c.issued_on).label("oldest"), func.max(held.c.issued_on).label("newest")
    ).subquery("years")
    page = (
        select(held)
        .where(
            held.c.issued_on.between(bindparam("first"), bindparam("last")),
            or_(
                held.c.issued_on < bindparam("issued_on"),
                and_(
                    held.c.issued_on == bindparam("issued_on"),
                    held.c.number < bindparam("number"),
                ),
            ),
            _group(held) == bindparam("group") if of_group else true(),
        )
        .order_by(held.c.issued_on.desc(), held.c.number.desc())
        .limit(literal_column(str(most)))  # given as a parameter, SQLite would plan anew
        .subquery("page")
    )
    # One join after the other: SQLite would first write out a join within a join.
    beside = with_what_is_known(years.outerjoin(page, true()), number=page.c.number)
    return Prepared(select(years, page, *KNOWN).select_from(beside))


def _group(held: FromClause) -> ColumnElement[str]:
    """Say where an invoice is listed, as `group_of` does with its situation."""
    is_credit = or_(held.c.kind == InvoiceKind.CREDIT_NOTE.value, held.c.total_cents < 0)
    lately = days_before(held.c.as_of, BALANCE_MAY_MISS.days)
    is_settled = or_(
        held.c.total_cents == 0,
        held.c.outstanding_cents <= _received(held, collections.c.received_on > held.c.as_of),
        and_(
            select(func.max(collections.c.received_on))
            .where(collections.c.invoice == held.c.number)
            .correlate(held)
            .scalar_subquery()
            > lately,
            held.c.total_cents <= _received(held),
        ),
    )
    return case(
        (held.c.is_cancelled, InvoiceGroup.CANCELLED.value),
        (is_credit, InvoiceGroup.CREDIT.value),
        (is_settled, InvoiceGroup.SETTLED.value),
        else_=InvoiceGroup.TO_PAY.value,
    )


def _received(held: FromClause, *among: ColumnElement[bool]) -> ColumnElement[int]:
    return (
        select(func.coalesce(func.sum(collections.c.amount_cents), 0))
        .where(collections.c.invoice == held.c.number, *among)
        .correlate(held)
        .scalar_subquery()
    )


_opening, _closing = readings.alias("opening"), readings.alias("closing")


def _shown(reading: FromClause, on: ColumnElement[date]) -> ColumnElement[bool]:
    """Match what the meter showed on a day, if it is one of the payer's own."""
    return and_(
        reading.c.meter == meters.c.serial,
        reading.c.taken_on == on,
        reading.c.taken_on >= tenures.c.started_on,
        or_(tenures.c.ended_on.is_(None), reading.c.taken_on <= tenures.c.ended_on),
    )


_held = (
    invoices.join(tenures, BELONGS)
    .join(links, _linked)
    .join(payers, payers.c.code == tenures.c.payer)
    .join(contracts, contracts.c.number == invoices.c.contract)
)
_SHEET: Final = Prepared(
    select(
        invoices,
        *KNOWN,
        tenures.c.payer,
        tenures.c.started_on,
        payers.c.name.label("payer_name"),
        *(payers.c[each].label(f"payer_{each}") for each in ("street", "postcode", "town")),
        *(contracts.c[each] for each in ("street", "postcode", "town")),
        newest_payable_of(tenures).label("last_payable"),
        meters.c.serial,
        _opening.c.index_m3.label("opening_m3"),
        _closing.c.index_m3.label("closing_m3"),
        _closing.c.source,
    )
    .select_from(
        with_what_is_known(_held, number=invoices.c.number)
        .outerjoin(meters, meters.c.contract == invoices.c.contract)
        .outerjoin(_opening, _shown(_opening, invoices.c.period_first))
        .outerjoin(_closing, _shown(_closing, invoices.c.period_last))
    )
    .where(invoices.c.number == bindparam("number"))
    .order_by(tenures.c.started_on.desc(), tenures.c.payer, meters.c.serial)
)


@attrs.frozen
class SqlInvoiceLists:
    """`InvoiceLists`, from invoices and the tenures they belong to."""

    connection: Connection

    def of(
        self,
        holder: AccountId,
        *,
        contract: ContractNumber | None = None,
        year: int | None = None,
        group: InvoiceGroup | None = None,
        after: InvoiceKey | None = None,
        most: int,
    ) -> InvoicePage:
        key = after or _BEYOND
        first, last = (date.min.year, date.max.year) if year is None else (year, year)
        wanted = {
            "holder": holder,
            "first": date(first, 1, 1),
            "last": date(last, 12, 31),
            "issued_on": key.issued_on,
            "number": key.number.text,
        }
        if contract:
            wanted["contract"] = contract.digits
        if group:
            wanted["group"] = group.value
        found = _list(of_all=contract is None, of_group=group is not None, most=most + 1)
        return _page(found.rows(self.connection, wanted), most=most)

    def sheet(self, holder: AccountId, number: InvoiceNumber) -> InvoiceSheet:
        wanted = {"holder": holder, "number": number.text}
        rows = _SHEET.rows(self.connection, wanted)
        if not rows:
            raise InvoiceNotFound(number)
        first = rows[0]
        rows = [row for row in rows if row.payer == first.payer]
        return InvoiceSheet(
            known=known_invoice(rows),
            lines=SqlInvoices(self.connection).lines_of(number),
            payer_name=first.payer_name,
            payer_address=PostalAddress(
                street=first.payer_street, postcode=first.payer_postcode, town=first.payer_town
            ),
            supply=PostalAddress(street=first.street, postcode=first.postcode, town=first.town),
            last_payable=InvoiceNumber(first.last_payable) if first.last_payable else None,
            measured=_measured(rows),
        )


def _page(rows: Sequence[Row[Any]], *, most: int) -> InvoicePage:
    oldest, newest = rows[0].oldest, rows[0].newest
    found = known_invoices(row for row in rows if row.number is not None)
    return InvoicePage(
        invoices=found[:most],
        first_year=oldest and oldest.year,
        last_year=newest and newest.year,
        goes_on=len(found) > most,
    )


def _measured(rows: Iterable[Row[Any]]) -> tuple[MeasuredPeriod, ...]:
    """Return what meters showed on both days."""
    known = (row for row in rows if None not in {row.opening_m3, row.closing_m3})
    return tuple(
        dict.fromkeys(
            MeasuredPeriod(
                serial=row.serial,
                opening=MeterIndex(row.opening_m3),
                closing=MeterIndex(row.closing_m3),
                source=ReadingSource(row.source),
            )
            for row in known
        )
    )

"""Payments on line in SQL: a queue of look-ups that several workers share."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, literal_column, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.tables.online_payments import IS_OPEN, online_payments
from siegvo.application.repositories.online_payments import PaymentNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.bill import Bill
from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment, PaymentChangedMeanwhile
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.kernel.money import Money
from siegvo.domain.policy import PAYMENT_LOOKS_APART

_ADD: Final = (
    insert(online_payments)
    .on_conflict_do_nothing(index_elements=[online_payments.c.invoice], index_where=IS_OPEN)
    .returning(online_payments.c.reference)
)
_OF: Final = select(online_payments).where(online_payments.c.reference == bindparam("reference"))
_CALLED: Final = select(online_payments).where(online_payments.c.idop == bindparam("idop"))
_OF_INVOICE: Final = (
    select(online_payments)
    .where(online_payments.c.invoice == bindparam("invoice"))
    .order_by(online_payments.c.opened_at, online_payments.c.reference)
)

# A common table expression is computed once, whatever the planner likes, so one row is locked.
_DUE: Final = (
    select(online_payments.c.reference)
    .where(online_payments.c.next_look_at <= bindparam("now"))
    .order_by(online_payments.c.next_look_at, online_payments.c.reference)
    .limit(literal_column("1"))
    .with_for_update(skip_locked=True)
    .cte("due")
)
_CLAIM: Final = (
    update(online_payments)
    .where(online_payments.c.reference == select(_DUE.c.reference).scalar_subquery())
    .values(
        next_look_at=bindparam("until"),
        looks=online_payments.c.looks + 1,
        version=online_payments.c.version + 1,
    )
    .returning(online_payments)
)


@attrs.frozen
class SqlOnlinePayments:
    """`OnlinePayments`, in the table of that name."""

    connection: Connection

    def add(self, attempt: OnlinePayment) -> bool:
        added = self.connection.execute(_ADD, _payment_row(attempt))
        return added.one_or_none() is not None

    def of(self, reference: PaymentReference) -> OnlinePayment:
        return self._one(reference, locked=True)

    def begun_by(self, holder: AccountId, reference: PaymentReference) -> OnlinePayment:
        attempt = self._one(reference, locked=False)
        if attempt.account != holder:
            raise PaymentNotFound(reference)
        return attempt

    def of_invoice(self, number: InvoiceNumber) -> tuple[OnlinePayment, ...]:
        rows = self.connection.execute(_OF_INVOICE, {"invoice": number.text})
        return tuple(map(payment_from, rows))

    def latest(self, states: Iterable[PaymentState], *, most: int) -> tuple[OnlinePayment, ...]:
        rows = self.connection.execute(
            select(online_payments)
            .where(online_payments.c.state.in_([state.value for state in states]))
            .order_by(online_payments.c.opened_at.desc(), online_payments.c.reference)
            .limit(most)
        )
        return tuple(map(payment_from, rows))

    def save(self, attempt: OnlinePayment) -> None:
        advanced = attrs.evolve(attempt, version=attempt.version + 1)
        stored = self.connection.execute(
            update(online_payments)
            .where(
                online_payments.c.reference == attempt.reference,
                online_payments.c.version == attempt.version,
            )
            .values(_payment_row(advanced))
        )
        if not stored.rowcount:
            raise PaymentChangedMeanwhile(attempt.reference)

    def claim(self, *, now: datetime, until: datetime) -> OnlinePayment | None:
        row = self.connection.execute(_CLAIM, {"now": now, "until": until}).one_or_none()
        return None if row is None else payment_from(row)

    def called(self, idop: str) -> OnlinePayment | None:
        row = self.connection.execute(_CALLED, {"idop": idop}).one_or_none()
        return None if row is None else payment_from(row)

    def wake(self, idop: str, *, now: datetime) -> None:
        looked_at = online_payments.c.looked_at
        self.connection.execute(
            update(online_payments)
            .where(
                online_payments.c.idop == idop,
                online_payments.c.state != PaymentState.PAID.value,
                or_(looked_at.is_(None), looked_at <= now - PAYMENT_LOOKS_APART),
            )
            .values(next_look_at=now, version=online_payments.c.version + 1)
        )

    def disown(self, account: AccountId) -> None:
        self.connection.execute(
            update(online_payments)
            .where(online_payments.c.account == account)
            .values(account=None, version=online_payments.c.version + 1)
        )

    def _one(self, reference: PaymentReference, *, locked: bool) -> OnlinePayment:
        statement = _OF.with_for_update() if locked else _OF
        row = self.connection.execute(statement, {"reference": reference}).one_or_none()
        if row is None:
            raise PaymentNotFound(reference)
        return payment_from(row)


def payment_from(row: Row[Any]) -> OnlinePayment:
    """Return the attempt whose columns `row` holds."""
    return OnlinePayment(
        reference=PaymentReference(row.reference),
        invoice=InvoiceNumber(row.invoice),
        account=AccountId(row.account) if row.account else None,
        bill=Bill(
            amount=Money(row.amount_cents),
            reference=row.treasury_reference,
            fiscal_year=row.fiscal_year,
            client=row.client,
            mode=row.mode,
        ),
        opened_at=row.opened_at,
        state=PaymentState(row.state),
        idop=row.idop,
        page_url=row.page_url,
        settled_at=row.settled_at,
        means=Means(row.means) if row.means else None,
        paid_at=row.paid_at,
        mismatches=frozenset(row.mismatches.split()),
        looked_at=row.looked_at,
        next_look_at=row.next_look_at,
        looks=row.looks,
        version=row.version,
    )


def _payment_row(attempt: OnlinePayment) -> dict[str, object]:
    return {
        "reference": attempt.reference,
        "invoice": attempt.invoice.text,
        "account": attempt.account,
        "amount_cents": attempt.bill.amount.cents,
        "treasury_reference": attempt.bill.reference,
        "fiscal_year": attempt.bill.fiscal_year,
        "client": attempt.bill.client,
        "mode": attempt.bill.mode,
        "state": attempt.state.value,
        "opened_at": attempt.opened_at,
        "idop": attempt.idop,
        "page_url": attempt.page_url,
        "settled_at": attempt.settled_at,
        "means": attempt.means and attempt.means.value,
        "paid_at": attempt.paid_at,
        "mismatches": " ".join(sorted(attempt.mismatches)),
        "looked_at": attempt.looked_at,
        "next_look_at": attempt.next_look_at,
        "looks": attempt.looks,
        "version": attempt.version,
    }

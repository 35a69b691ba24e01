"""What debits are made of: one statement for invoices, two for who pays by the month."""

from collections import defaultdict
from datetime import date
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

import attrs
from sqlalchemy import Connection, and_, bindparam, exists, select

from siegvo.adapters.sql.readers.known_invoices import (
    KNOWN,
    known_invoice,
    with_what_is_known,
)
from siegvo.adapters.sql.repositories.invoices import BELONGS
from siegvo.adapters.sql.tables.billing import collections, invoices
from siegvo.adapters.sql.tables.contracts import tenures
from siegvo.adapters.sql.tables.payments import payment_changes
from siegvo.application.readers.debits import Agreement, PayersInvoice
from siegvo.domain.billing.collection import Means
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.change import ChangeStep

_PARIS: Final = ZoneInfo("Europe/Paris")

_INVOICES: Final = (
    select(invoices, *KNOWN, tenures.c.payer, tenures.c.started_on)
    .select_from(with_what_is_known(invoices.join(tenures, BELONGS), number=invoices.c.number))
    .where(
        invoices.c.debit_on.between(bindparam("first"), bindparam("last")),
        invoices.c.is_cancelled.is_(False),
    )
    .order_by(invoices.c.number, tenures.c.started_on.desc(), tenures.c.payer)
)

_arranged = and_(
    payment_changes.c.contract == tenures.c.contract,
    payment_changes.c.payer == tenures.c.payer,
    payment_changes.c.mode_after == PaymentMode.MONTHLY.value,
    payment_changes.c.debit_day.is_not(None),
    payment_changes.c.step == ChangeStep.APPLIED.value,
)
_AGREEMENTS: Final = (
    select(
        payment_changes.c.contract,
        payment_changes.c.payer,
        payment_changes.c.debit_day,
        payment_changes.c.asked_at,
    )
    .join(tenures, _arranged)
    .where(tenures.c.payment_mode == PaymentMode.MONTHLY.value, tenures.c.ended_on.is_(None))
    .order_by(
        payment_changes.c.contract, payment_changes.c.payer, payment_changes.c.asked_at.desc()
    )
)
_INVOICED: Final = (
    select(invoices.c.contract, tenures.c.payer, invoices.c.issued_on, invoices.c.total_cents)
    .join(tenures, BELONGS)
    .where(invoices.c.is_cancelled.is_(False), exists().where(_arranged).correlate(tenures))
    .order_by(invoices.c.issued_on, invoices.c.number)
)
_LAST_COLLECTED: Final = (
    select(collections.c.received_on)
    .join(invoices, invoices.c.number == collections.c.invoice)
    .join(tenures, BELONGS)
    .where(
        invoices.c.contract == bindparam("contract"),
        tenures.c.payer == bindparam("payer"),
        collections.c.means == Means.DIRECT_DEBIT.value,
    )
    .order_by(collections.c.received_on.desc())
    .limit(1)
)


@attrs.frozen
class SqlDebitLists:
    """`DebitLists`, from invoices, tenures and the changes that were made on line."""

    connection: Connection

    def invoices(self, first: date, last: date) -> tuple[PayersInvoice, ...]:
        rows = self.connection.execute(_INVOICES, {"first": first, "last": last})
        found = []
        for _, group in groupby(rows, lambda row: row.number):
            of_all = list(group)
            payer = of_all[0].payer
            known = known_invoice([row for row in of_all if row.payer == payer])
            found.append(PayersInvoice(payer=PayerCode(payer), known=known))
        return tuple(found)

    def last_collected(self, contract: ContractNumber, payer: PayerCode) -> date | None:
        wanted = {"contract": contract.digits, "payer": payer.text}
        return self.connection.scalars(_LAST_COLLECTED, wanted).one_or_none()

    def agreements(self) -> tuple[Agreement, ...]:
        rows = self.connection.execute(_AGREEMENTS).all()
        invoiced = defaultdict(list)
        for row in self.connection.execute(_INVOICED) if rows else ():
            invoiced[row.contract, row.payer].append((row.issued_on, Money(row.total_cents)))
        latest = {(row.contract, row.payer): row for row in reversed(rows)}
        return tuple(
            Agreement(
                contract=ContractNumber(row.contract),
                payer=PayerCode(row.payer),
                debit_day=row.debit_day,
                agreed_on=row.asked_at.astimezone(_PARIS).date(),
                invoiced=tuple(invoiced[row.contract, row.payer]),
            )
            for row in reversed(latest.values())
        )

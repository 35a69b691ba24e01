"""Who wants invoices by mail, in SQL."""

from collections.abc import Sequence
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, Select, and_, delete, exists, or_, select
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.repositories.invoices import BELONGS
from siegvo.adapters.sql.tables.billing import invoices
from siegvo.adapters.sql.tables.contracts import links, tenures
from siegvo.adapters.sql.tables.e_invoices import (
    e_invoice_choices,
    e_invoice_notices,
    e_invoice_requests,
)
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.repositories.e_invoices import Notice
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import EInvoiceChoice, EInvoiceWish
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

IS_OPEN: Final = requests.c.state.in_([state.value for state in RequestState if not state.is_final])
WISHES: Final = (
    select(
        e_invoice_requests,
        requests.c.state,
        requests.c.account,
        requests.c.asked_at,
    )
    .join(requests, requests.c.reference == e_invoice_requests.c.reference)
    .order_by(requests.c.asked_at, requests.c.reference)
)
_mine, _anybodys = e_invoice_choices.alias("mine"), e_invoice_choices.alias("anybodys")
_TOLD: Final = (
    select(invoices.c.number, links.c.account)
    .select_from(invoices)
    .join(tenures, BELONGS)
    .join(links, links.c.payer == tenures.c.payer)
    .outerjoin(
        _mine,
        and_(
            _mine.c.contract == tenures.c.contract,
            _mine.c.payer == tenures.c.payer,
            _mine.c.account == links.c.account,
        ),
    )
    .where(
        tenures.c.e_invoice,
        or_(
            and_(_mine.c.account.is_not(None), _mine.c.bounced_at.is_(None)),
            ~exists().where(
                _anybodys.c.contract == tenures.c.contract, _anybodys.c.payer == tenures.c.payer
            ),
        ),
    )
)


@attrs.frozen
class SqlEInvoices:
    """`EInvoices`, in the tables `e_invoice_choices`, `_requests` and `_notices`."""

    connection: Connection

    def choose(self, choice: EInvoiceChoice) -> None:
        row = insert(e_invoice_choices).values(
            contract=choice.contract.digits,
            payer=choice.payer.text,
            account=choice.account,
            since=choice.since,
            bounced_at=choice.bounced_at,
        )
        self.connection.execute(
            row.on_conflict_do_update(
                index_elements=[*e_invoice_choices.primary_key],
                set_={"since": row.excluded.since, "bounced_at": row.excluded.bounced_at},
            )
        )

    def choices_of(self, contract: ContractNumber, payer: PayerCode) -> tuple[EInvoiceChoice, ...]:
        rows = self.connection.execute(
            select(e_invoice_choices)
            .where(
                e_invoice_choices.c.contract == contract.digits,
                e_invoice_choices.c.payer == payer.text,
            )
            .order_by(e_invoice_choices.c.since, e_invoice_choices.c.account)
        )
        return tuple(map(_choice, rows))

    def chosen_by(self, account: AccountId, payer: PayerCode) -> tuple[ContractNumber, ...]:
        numbers = self.connection.scalars(
            select(e_invoice_choices.c.contract)
            .where(e_invoice_choices.c.account == account, e_invoice_choices.c.payer == payer.text)
            .order_by(e_invoice_choices.c.contract)
        )
        return tuple(map(ContractNumber, numbers))

    def drop(self, contract: ContractNumber, payer: PayerCode) -> None:
        self.connection.execute(
            delete(e_invoice_choices).where(
                e_invoice_choices.c.contract == contract.digits,
                e_invoice_choices.c.payer == payer.text,
            )
        )

    def leave(self, account: AccountId, payer: PayerCode) -> None:
        self.connection.execute(
            delete(e_invoice_choices).where(
                e_invoice_choices.c.account == account, e_invoice_choices.c.payer == payer.text
            )
        )

    def forget(self, account: AccountId) -> None:
        for table in (e_invoice_choices, e_invoice_notices):
            self.connection.execute(delete(table).where(table.c.account == account))

    def ask(
        self,
        reference: RequestReference,
        *,
        contract: ContractNumber,
        payer: PayerCode,
        wanted: bool,
    ) -> None:
        self.connection.execute(
            plain_insert(e_invoice_requests).values(
                reference=str(reference),
                contract=contract.digits,
                payer=payer.text,
                wanted=wanted,
            )
        )

    def wish(self, reference: RequestReference) -> EInvoiceWish | None:
        return next(
            iter(self._wishes(WISHES.where(e_invoice_requests.c.reference == str(reference)))),
            None,
        )

    def pending(self, contract: ContractNumber, payer: PayerCode) -> tuple[EInvoiceWish, ...]:
        return self._wishes(
            WISHES.where(
                e_invoice_requests.c.contract == contract.digits,
                e_invoice_requests.c.payer == payer.text,
                IS_OPEN,
            )
        )

    def notify(self, numbers: Sequence[InvoiceNumber]) -> tuple[Notice, ...]:
        if not numbers:
            return ()
        among = invoices.c.number.in_([number.text for number in numbers])
        noted = self.connection.execute(
            insert(e_invoice_notices)
            .from_select(["invoice", "account"], _TOLD.where(among))
            .on_conflict_do_nothing()
            .returning(e_invoice_notices.c.invoice, e_invoice_notices.c.account)
        ).all()
        payers = (
            {
                row.number: row.payer
                for row in self.connection.execute(
                    select(invoices.c.number, tenures.c.payer).join(tenures, BELONGS).where(among)
                )
            }
            if noted
            else {}
        )
        return tuple(
            Notice(
                account=AccountId(row.account),
                payer=PayerCode(payers[row.invoice]),
                invoice=InvoiceNumber(row.invoice),
            )
            for row in sorted(noted)
        )

    def _wishes(self, wanted: Select[Any]) -> tuple[EInvoiceWish, ...]:
        return tuple(map(_wish, self.connection.execute(wanted)))


def _choice(row: Row[Any]) -> EInvoiceChoice:
    return EInvoiceChoice(
        contract=ContractNumber(row.contract),
        payer=PayerCode(row.payer),
        account=AccountId(row.account),
        since=row.since,
        bounced_at=row.bounced_at,
    )


def _wish(row: Row[Any]) -> EInvoiceWish:
    return EInvoiceWish(
        reference=RequestReference.parse(row.reference),
        contract=ContractNumber(row.contract),
        payer=PayerCode(row.payer),
        wanted=row.wanted,
        state=RequestState(row.state),
        account=AccountId(row.account) if row.account else None,
        asked_at=row.asked_at,
    )

"""What leaves and comes back about invoices by mail."""

from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
from sqlalchemy import Connection, Row, bindparam, exists, func, or_, select

from siegvo.adapters.sql.repositories.e_invoices import IS_OPEN, WISHES
from siegvo.adapters.sql.tables.contracts import tenures
from siegvo.adapters.sql.tables.e_invoices import e_invoice_requests
from siegvo.adapters.sql.tables.requests import request_steps, requests
from siegvo.application.readers.e_invoices import LeavingEInvoice, ShownEInvoice
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

_WAITS: Final = requests.c.state == RequestState.REGISTERED.value
_LEFT: Final = exists().where(
    request_steps.c.reference == requests.c.reference,
    request_steps.c.state == RequestState.EXPORTED.value,
    request_steps.c.at >= bindparam("since"),
)
_every_tenure = tenures.alias("every_tenure")
_latest = (
    select(func.max(_every_tenure.c.started_on))
    .where(
        _every_tenure.c.contract == tenures.c.contract,
        _every_tenure.c.payer == tenures.c.payer,
    )
    .correlate(tenures)
    .scalar_subquery()
)
_SHOWN: Final = (
    select(tenures.c.contract, tenures.c.payer, tenures.c.e_invoice)
    .select_from(e_invoice_requests)
    .join(requests, requests.c.reference == e_invoice_requests.c.reference)
    .join(
        tenures,
        (tenures.c.contract == e_invoice_requests.c.contract)
        & (tenures.c.payer == e_invoice_requests.c.payer),
    )
    .where(
        IS_OPEN,
        tenures.c.started_on == _latest,
        tenures.c.e_invoice == e_invoice_requests.c.wanted,
    )
    .distinct()
    .order_by(tenures.c.payer, tenures.c.contract)
)


@attrs.frozen
class SqlEInvoiceLists:
    """`EInvoiceLists`, from requests and tenures."""

    connection: Connection

    def to_export(self, since: date | None) -> tuple[LeavingEInvoice, ...]:
        if since is None:
            rows = self.connection.execute(WISHES.where(_WAITS))
        else:
            morning = datetime.combine(since, time(), ZoneInfo("Europe/Paris"))
            rows = self.connection.execute(WISHES.where(or_(_WAITS, _LEFT)), {"since": morning})
        return tuple(map(_leaving, rows))

    def shown(self) -> tuple[ShownEInvoice, ...]:
        return tuple(
            ShownEInvoice(
                contract=ContractNumber(row.contract),
                payer=PayerCode(row.payer),
                has_e_invoice=row.e_invoice,
            )
            for row in self.connection.execute(_SHOWN)
        )


def _leaving(row: Row[Any]) -> LeavingEInvoice:
    return LeavingEInvoice(
        reference=RequestReference.parse(row.reference),
        contract=ContractNumber(row.contract),
        payer=PayerCode(row.payer),
        wanted=row.wanted,
        asked_at=row.asked_at,
        is_fresh=row.state == RequestState.REGISTERED.value,
    )

"""Requests with all there is to know of them, and those that leave for the billing system."""

from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
from sqlalchemy import Connection, Row, and_, bindparam, exists, func, or_, select

from siegvo.adapters.sql.content_codec import decode
from siegvo.adapters.sql.repositories.requests import SqlRequests
from siegvo.adapters.sql.repositories.threads import SqlThreads
from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.contacts import contacts
from siegvo.adapters.sql.tables.contracts import links, tenures
from siegvo.adapters.sql.tables.requests import (
    request_attachments,
    request_contents,
    request_messages,
    request_steps,
    requests,
)
from siegvo.application.readers.requests import LeavingRequest, RequestSheet
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

_BESIDE: Final = (
    select(
        func.coalesce(accounts.c.email, contacts.c.email).label("email"), request_contents.c.facts
    )
    .select_from(requests)
    .outerjoin(accounts, accounts.c.id == requests.c.account)
    .outerjoin(contacts, contacts.c.reference == requests.c.reference)
    .outerjoin(request_contents, request_contents.c.reference == requests.c.reference)
    .where(requests.c.reference == bindparam("reference"))
)
_files = (
    select(func.count())
    .where(request_attachments.c.reference == requests.c.reference)
    .correlate(requests)
    .scalar_subquery()
)
_LEAVING: Final = (
    select(
        requests.c.reference,
        requests.c.kind,
        requests.c.contract,
        requests.c.asked_at,
        requests.c.state,
        accounts.c.email,
        request_contents.c.facts,
        request_messages.c.text,
        _files.label("files"),
    )
    .join_from(requests, request_contents, request_contents.c.reference == requests.c.reference)
    .outerjoin(accounts, accounts.c.id == requests.c.account)
    .outerjoin(
        request_messages,
        and_(
            request_messages.c.reference == requests.c.reference,
            request_messages.c.rank == 0,
            request_messages.c.author == Author.SUBSCRIBER.value,
        ),
    )
    .where(requests.c.kind.in_([kind.value for kind in RequestKind if kind.is_exported]))
    .order_by(requests.c.asked_at, requests.c.reference)
)
_theirs = (
    select(tenures.c.ended_on)
    .join(links, links.c.payer == tenures.c.payer)
    .where(links.c.account == requests.c.account, tenures.c.contract == requests.c.contract)
    .correlate(requests)
)
_GRANTED: Final = (
    select(requests.c.reference)
    .where(
        requests.c.kind == RequestKind.TERMINATION.value,
        requests.c.state.in_([state.value for state in RequestState if not state.is_final]),
        _theirs.exists(),
        ~_theirs.where(tenures.c.ended_on.is_(None)).exists(),
    )
    .order_by(requests.c.reference)
)
_WAITS: Final = requests.c.state == RequestState.REGISTERED.value
_LEFT: Final = exists().where(
    request_steps.c.reference == requests.c.reference,
    request_steps.c.state == RequestState.EXPORTED.value,
    request_steps.c.at >= bindparam("since"),
)


@attrs.frozen
class SqlRequestSheets:
    """`RequestSheets`, from requests, their accounts and their threads."""

    connection: Connection

    def mine(self, account: AccountId, reference: RequestReference) -> RequestSheet:
        sheet = self.of(reference)
        if sheet.request.account != account:
            raise RequestNotFound(reference)
        return sheet

    def of(self, reference: RequestReference) -> RequestSheet:
        request = SqlRequests(self.connection).of(reference)
        beside = self.connection.execute(_BESIDE, {"reference": str(reference)}).one()
        return RequestSheet(
            request=request,
            content=decode(request.kind, beside.facts) if beside.facts is not None else None,
            messages=SqlThreads(self.connection).of(reference),
            email=EmailAddress(beside.email) if beside.email else None,
        )

    def granted(self) -> tuple[RequestReference, ...]:
        return tuple(map(RequestReference.parse, self.connection.scalars(_GRANTED)))

    def to_export(self, since: date | None) -> tuple[LeavingRequest, ...]:
        if since is None:
            rows = self.connection.execute(_LEAVING.where(_WAITS))
        else:
            morning = datetime.combine(since, time(), ZoneInfo("Europe/Paris"))
            rows = self.connection.execute(_LEAVING.where(or_(_WAITS, _LEFT)), {"since": morning})
        return tuple(map(_leaving, rows))


def _leaving(row: Row[*tuple[Any, ...]]) -> LeavingRequest:
    return LeavingRequest(
        reference=RequestReference.parse(row.reference),
        contract=ContractNumber(row.contract) if row.contract else None,
        asked_at=row.asked_at,
        content=decode(RequestKind(row.kind), row.facts),
        message=row.text,
        attachments=row.files,
        email=EmailAddress(row.email) if row.email else None,
        is_fresh=row.state == RequestState.REGISTERED.value,
    )

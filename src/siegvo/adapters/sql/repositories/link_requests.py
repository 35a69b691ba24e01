"""What staff are asked about links, in SQL."""

from typing import Final

import attrs
from sqlalchemy import Connection, bindparam, insert, select

from siegvo.adapters.sql.tables.link_requests import link_requests
from siegvo.adapters.sql.tables.requests import requests
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState

OPEN: Final = requests.c.state.in_([state.value for state in RequestState if not state.is_final])

_AWAITED: Final = (
    select(requests.c.reference)
    .join(link_requests, link_requests.c.reference == requests.c.reference)
    .where(
        requests.c.account == bindparam("account"),
        requests.c.kind == bindparam("kind"),
        link_requests.c.payer == bindparam("payer"),
        OPEN,
    )
    .order_by(requests.c.reference)
)


@attrs.frozen
class SqlLinkRequests:
    """`LinkRequests`, in the table of that name."""

    connection: Connection

    def add(self, asked: LinkRequest) -> None:
        self.connection.execute(
            insert(link_requests).values(
                reference=str(asked.reference), payer=asked.payer.text, doubt=asked.doubt.value
            )
        )

    def of(self, reference: RequestReference) -> LinkRequest:
        row = self.connection.execute(
            select(link_requests).where(link_requests.c.reference == str(reference))
        ).one_or_none()
        if row is None:
            raise RequestNotFound(reference)
        return LinkRequest(reference=reference, payer=PayerCode(row.payer), doubt=Doubt(row.doubt))

    def awaited(
        self, account: AccountId, payer: PayerCode, *, kind: RequestKind
    ) -> RequestReference | None:
        asked = {"account": account, "payer": payer.text, "kind": kind.value}
        found = self.connection.scalars(_AWAITED, asked).first()
        return RequestReference.parse(found) if found else None

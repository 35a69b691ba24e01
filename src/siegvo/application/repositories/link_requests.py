"""Where it is kept what staff are asked about links."""

from typing import Protocol

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference


class LinkRequests(Protocol):
    """What service requests of the kinds `LINK` and `LINK_DISPUTE` are about."""

    def add(self, asked: LinkRequest) -> None:
        """Keep what a service request, kept already, is about."""

    def of(self, reference: RequestReference) -> LinkRequest:
        """Return what a request is about.

        Raises:
            RequestNotFound: no request about a link bears this reference.
        """

    def awaited(
        self, account: AccountId, payer: PayerCode, *, kind: RequestKind
    ) -> RequestReference | None:
        """Return the request of this kind that an account made and staff have not decided."""

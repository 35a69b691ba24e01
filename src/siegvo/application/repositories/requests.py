"""Where service requests are kept."""

from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.errors import Conflict, NotFound
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import ServiceRequest


@attrs.frozen
class RequestNotFound(NotFound):
    reference: RequestReference


@attrs.frozen
class RequestChangedMeanwhile(Conflict):
    reference: RequestReference


class Requests(Protocol):
    def disown(self, account: AccountId) -> None:
        """Leave the requests of an account to the service: nobody follows them any more."""

    def new_reference(self, year: int) -> RequestReference:
        """Return the next reference of `year`; two transactions never get the same."""

    def add(self, request: ServiceRequest) -> None: ...

    def of(self, reference: RequestReference) -> ServiceRequest:
        """Return any request.  For staff and for the portal itself.

        Raises:
            RequestNotFound: nothing bears this reference.
        """

    def hold(self, reference: RequestReference) -> ServiceRequest:
        """Return any request, and let no other transaction that holds it go on meanwhile.

        Raises:
            RequestNotFound: nothing bears this reference.
        """

    def save(self, request: ServiceRequest) -> None:
        """Keep the steps it took since it was read.

        Raises:
            RequestChangedMeanwhile: it was saved by someone else since.
        """

"""What pages show about service requests."""

from datetime import date, datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Message
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest


@attrs.frozen(kw_only=True)
class RequestLine:
    """A request in a list: what, when, how far, and the reason if it was refused.

    `subject` is what its author called it, where they were asked to.
    """

    reference: RequestReference
    kind: RequestKind
    contract: ContractNumber | None
    state: RequestState
    asked_at: datetime
    moved_at: datetime
    reason: str | None
    subject: str | None = None


@attrs.frozen(kw_only=True)
class Wanted:
    """Which requests staff want to see: of these states and kinds, asked before a moment."""

    states: frozenset[RequestState]
    kinds: frozenset[RequestKind]
    contract: ContractNumber | None = None
    asked_before: datetime | None = None


@attrs.frozen(kw_only=True)
class StaffLine:
    """A request as staff list it, and where its author reads mail; nowhere once they have left."""

    line: RequestLine
    email: EmailAddress | None


class RequestLists(Protocol):
    def of(self, account: AccountId, *, most: int) -> tuple[RequestLine, ...]:
        """Return the requests of an account, the newest first, `most` at the most."""

    def mine(self, account: AccountId, reference: RequestReference) -> RequestLine:
        """Return one request of this account.

        Raises:
            RequestNotFound: it does not exist, or is not theirs.
        """

    def matching(self, wanted: Wanted, *, most: int) -> tuple[StaffLine, ...]:
        """Return the requests of anybody that staff want to see, the oldest first."""


@attrs.frozen(kw_only=True)
class RequestSheet:
    """A request, what it asks if a form asked it, its thread in order, and its author's mailbox."""

    request: ServiceRequest
    content: RequestContent | None
    messages: tuple[Message, ...]
    email: EmailAddress | None


@attrs.frozen(kw_only=True)
class LeavingRequest:
    """A request that leaves for the billing system; `is_fresh` the first time.

    `message` is what its author wrote first, before staff did; `attachments` counts files.
    """

    reference: RequestReference
    contract: ContractNumber | None
    asked_at: datetime
    content: RequestContent
    message: str | None
    attachments: int
    email: EmailAddress | None
    is_fresh: bool


class RequestSheets(Protocol):
    def mine(self, account: AccountId, reference: RequestReference) -> RequestSheet:
        """Return one request of this account.

        Raises:
            RequestNotFound: it does not exist, or is not theirs.
        """

    def of(self, reference: RequestReference) -> RequestSheet:
        """Return any request, for staff.

        Raises:
            RequestNotFound: nothing bears this reference.
        """

    def granted(self) -> tuple[RequestReference, ...]:
        """Return the open terminations of contracts that have ended for who asked."""

    def to_export(self, since: date | None) -> tuple[LeavingRequest, ...]:
        """Return those only registered, and those that left since that day in Paris."""

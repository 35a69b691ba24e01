"""What pages show about service requests."""

from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState


@attrs.frozen(kw_only=True)
class RequestLine:
    """A request in a list: what, when, how far, and the reason if it was refused."""

    reference: RequestReference
    kind: RequestKind
    contract: ContractNumber | None
    state: RequestState
    asked_at: datetime
    moved_at: datetime
    reason: str | None


class RequestLists(Protocol):
    def of(self, account: AccountId, *, most: int) -> tuple[RequestLine, ...]:
        """Return the requests of an account, the newest first, `most` at the most."""

    def mine(self, account: AccountId, reference: RequestReference) -> RequestLine:
        """Return one request of this account.

        Raises:
            RequestNotFound: it does not exist, or is not theirs.
        """

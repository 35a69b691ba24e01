"""Requests are listed: one's own, and, for staff, anybody's."""

from datetime import timedelta
from typing import Final

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Look
from siegvo.application.readers.requests import RequestLine, Wanted
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState

MOST: Final = 100
MOST_FOR_STAFF: Final = 1000
OPEN: Final = frozenset(state for state in RequestState if not state.is_final)
DEALT_WITH: Final = frozenset(
    kind for kind in RequestKind if kind.is_conversation or kind.is_about_payment
)


@attrs.frozen
class ListRequests:
    """Show an account its latest requests, the newest first."""

    look: Look

    def __call__(self, account: AccountId) -> tuple[RequestLine, ...]:
        with self.look() as readers:
            return readers.request_lists.of(account, most=MOST)


@attrs.frozen(kw_only=True)
class AgedRequest:
    """A request as staff list it, how many whole days ago it was asked, and by whom."""

    line: RequestLine
    email: EmailAddress | None
    age_days: int


@attrs.frozen
class ListAllRequests:
    """Show staff what was asked of them, the oldest first."""

    look: Look
    clock: Clock

    def __call__(
        self,
        *,
        states: frozenset[RequestState] = OPEN,
        kinds: frozenset[RequestKind] = DEALT_WITH,
        contract: ContractNumber | None = None,
        older_than: timedelta | None = None,
    ) -> tuple[AgedRequest, ...]:
        """Return the requests of these states and kinds, a thousand at the most.

        Readings and links, which are decided elsewhere, are left out unless asked for.
        """
        now = self.clock.now()
        wanted = Wanted(
            states=states,
            kinds=kinds,
            contract=contract,
            asked_before=now - older_than if older_than is not None else None,
        )
        with self.look() as readers:
            found = readers.request_lists.matching(wanted, most=MOST_FOR_STAFF)
        return tuple(
            AgedRequest(
                line=each.line,
                email=each.email,
                age_days=(now - each.line.asked_at) // timedelta(days=1),
            )
            for each in found
        )

"""A subscriber follows what they asked."""

from typing import Final

import attrs

from siegvo.application.ports.work import Look
from siegvo.application.readers.requests import RequestLine
from siegvo.domain.accounts.account_id import AccountId

MOST: Final = 100


@attrs.frozen
class ListRequests:
    """Show an account its latest requests, the newest first."""

    look: Look

    def __call__(self, account: AccountId) -> tuple[RequestLine, ...]:
        with self.look() as readers:
            return readers.request_lists.of(account, most=MOST)

"""Where it is kept what requests ask, and what is written about them."""

from typing import Protocol

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.message import Message
from siegvo.domain.requests.reference import RequestReference


class Threads(Protocol):
    """Content and messages of requests that are kept already; both only grow."""

    def open(self, reference: RequestReference, content: RequestContent) -> None:
        """Keep what a request asks."""

    def add(self, reference: RequestReference, message: Message) -> None:
        """Keep a message, behind those of the same request."""

    def weight_of(self, account: AccountId) -> int:
        """Return how many bytes an account has attached to its requests, in all."""

"""What requests ask and what is written about them, in memory."""

from collections import defaultdict

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.message import Author, Message
from siegvo.domain.requests.reference import RequestReference
from tests.support.in_memory.requests import InMemoryRequests


@attrs.define
class InMemoryThreads:
    requests: InMemoryRequests
    contents: dict[RequestReference, RequestContent] = attrs.Factory(dict)
    messages: dict[RequestReference, list[Message]] = attrs.Factory(lambda: defaultdict(list))

    def open(self, reference: RequestReference, content: RequestContent) -> None:
        self.contents[reference] = content

    def add(self, reference: RequestReference, message: Message) -> None:
        self.messages[reference].append(message)

    def weight_of(self, account: AccountId) -> int:
        return sum(
            attachment.size
            for reference, messages in self.messages.items()
            if self.requests.of(reference).account == account
            for message in messages
            if message.author is Author.SUBSCRIBER
            for attachment in message.attachments
        )

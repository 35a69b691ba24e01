"""What staff are asked about links, in memory."""

import attrs

from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference
from tests.support.in_memory.requests import InMemoryRequests


@attrs.define
class InMemoryLinkRequests:
    requests: InMemoryRequests
    kept: dict[RequestReference, LinkRequest] = attrs.Factory(dict)

    def add(self, asked: LinkRequest) -> None:
        self.kept[asked.reference] = asked

    def of(self, reference: RequestReference) -> LinkRequest:
        if reference not in self.kept:
            raise RequestNotFound(reference)
        return self.kept[reference]

    def awaited(
        self, account: AccountId, payer: PayerCode, *, kind: RequestKind
    ) -> RequestReference | None:
        theirs = [
            request.reference
            for request in map(self.requests.of, sorted(self.kept))
            if request.account == account
            and request.kind is kind
            and self.kept[request.reference].payer == payer
            and not request.state.is_final
        ]
        return theirs[0] if theirs else None

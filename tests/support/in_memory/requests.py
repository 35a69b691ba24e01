"""Service requests, in memory."""

import attrs

from siegvo.application.repositories.requests import RequestChangedMeanwhile, RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import ServiceRequest


@attrs.define
class InMemoryRequests:
    kept: dict[RequestReference, ServiceRequest] = attrs.Factory(dict)
    ranks: dict[int, int] = attrs.Factory(dict)

    def disown(self, account: AccountId) -> None:
        for reference, request in self.kept.items():
            if request.account == account:
                self.kept[reference] = attrs.evolve(
                    request, account=None, version=request.version + 1
                )

    def new_reference(self, year: int) -> RequestReference:
        self.ranks[year] = self.ranks.get(year, 0) + 1
        return RequestReference(year, self.ranks[year])

    def add(self, request: ServiceRequest) -> None:
        self.kept[request.reference] = request

    def of(self, reference: RequestReference) -> ServiceRequest:
        if reference not in self.kept:
            raise RequestNotFound(reference)
        return self.kept[reference]

    def hold(self, reference: RequestReference) -> ServiceRequest:
        return self.of(reference)

    def save(self, request: ServiceRequest) -> None:
        known = self.kept.get(request.reference)
        if known is None or known.version != request.version:
            raise RequestChangedMeanwhile(request.reference)
        self.add(attrs.evolve(request, version=request.version + 1))

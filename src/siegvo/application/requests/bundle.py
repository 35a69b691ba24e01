"""The use cases about service requests."""

from typing import Self

import attrs

from siegvo.application.ports.outside import Outside
from siegvo.application.requests.list_requests import ListRequests


@attrs.frozen(kw_only=True)
class Requests:
    list_requests: ListRequests

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        return cls(list_requests=ListRequests(outside.look))

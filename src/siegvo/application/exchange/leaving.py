"""What has left for the billing system says so."""

from collections.abc import Iterable
from datetime import datetime

from siegvo.application.ports.work import Work
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState


def mark_exported(work: Work, references: Iterable[RequestReference], *, at: datetime) -> None:
    """Say that requests left, but for those that somebody moved meanwhile."""
    for reference in references:
        request = work.requests.hold(reference)
        if request.state is RequestState.REGISTERED:
            work.requests.save(request.become(RequestState.EXPORTED, at=at))

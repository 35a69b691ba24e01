"""Whom to turn to when the service does not answer: the Mediation de l'eau.

A consumer may have a dispute settled by a mediator free of charge (Code de la consommation,
L612-1), once a written complaint to the service led nowhere (L612-2).
"""

from collections.abc import Sequence
from datetime import datetime

import attrs

from siegvo.domain.policy import MEDIATION_AFTER
from siegvo.domain.requests.message import Author, Message
from siegvo.domain.requests.request import ServiceRequest


@attrs.frozen(kw_only=True)
class Mediation:
    """Since when somebody waits for an answer, and from when they may turn to the mediator."""

    waiting_since: datetime
    opens_at: datetime
    is_open: bool


def mediation_of(
    request: ServiceRequest, messages: Sequence[Message], *, now: datetime
) -> Mediation | None:
    """Say how long `request` has waited for a word of staff; nothing if it does not.

    Messages come in order.  It waits from the first thing that was written and not answered,
    or from the day it was asked.  The mediator may be turned to from the thirtieth day.
    """
    if not request.kind.is_conversation or request.state.is_final:
        return None
    since = _unanswered_since(request, messages)
    if since is None:
        return None
    opens_at = since + MEDIATION_AFTER
    return Mediation(waiting_since=since, opens_at=opens_at, is_open=now >= opens_at)


def _unanswered_since(request: ServiceRequest, messages: Sequence[Message]) -> datetime | None:
    answers = [rank for rank, each in enumerate(messages) if each.author is Author.STAFF]
    if not answers:
        return request.asked_at
    later = messages[answers[-1] + 1 :]
    return later[0].at if later else None

"""What is done to a request is written down, once."""

from datetime import datetime

from siegvo.application.ports.work import Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.reference import RequestReference


def note(
    work: Work,
    reference: RequestReference,
    gesture: Gesture,
    *,
    actor: Actor,
    at: datetime,
    origin: str = "",
) -> None:
    """Write to the audit trail who did what to a request."""
    work.audit.add(
        Entry(at=at, actor=actor, gesture=gesture, subject=str(reference), origin=origin)
    )

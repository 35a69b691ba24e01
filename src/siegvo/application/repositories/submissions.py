"""Double clicks: the same form sent twice has one effect and the same answer."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

import attrs

from siegvo.domain.errors import Conflict


@attrs.frozen
class SubmissionReused(Conflict):
    """The same form came back with other answers."""


@attrs.frozen(kw_only=True)
class Submission:
    """A form that was filled in: who, what for, its id, and what it says.

    `content` is whatever the answers amount to; the same id must say the same thing.
    """

    author: str
    action: str
    id: UUID
    content: str = attrs.field(repr=False)


class Submissions(Protocol):
    def claim(self, submission: Submission, *, at: datetime) -> str | None:
        """Return what it led to the first time, or nothing: then it is yours to carry out.

        Whoever claims it second waits for the first to end.

        Raises:
            SubmissionReused: this id came before with other content.
        """

    def settle(self, submission: Submission, outcome: str) -> None:
        """Keep what it led to, for those who come back."""

    def forget(self, author: str) -> None:
        """Drop the forms of this author."""

    def forget_older_than(self, moment: datetime) -> int:
        """Drop the forms sent before `moment`; return how many."""

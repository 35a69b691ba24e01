"""Forms already sent, in SQL."""

from datetime import datetime
from hashlib import sha256

import attrs
from sqlalchemy import ColumnElement, Connection, and_, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.tables.submissions import submissions
from siegvo.application.repositories.submissions import Submission, SubmissionReused


@attrs.frozen
class SqlSubmissions:
    """`Submissions`, in the table of that name."""

    connection: Connection

    def claim(self, submission: Submission, *, at: datetime) -> str | None:
        # The row comes first: whoever comes second waits for it, on either database.
        mine = self.connection.execute(
            insert(submissions)
            .values(
                author=submission.author,
                action=submission.action,
                id=submission.id,
                digest=_digest(submission),
                at=at,
            )
            .on_conflict_do_nothing()
            .returning(submissions.c.id)
        )
        return self._outcome(submission) if mine.first() is None else None

    def settle(self, submission: Submission, outcome: str) -> None:
        self.connection.execute(
            update(submissions).where(_same(submission)).values(outcome=outcome)
        )

    def forget(self, author: str) -> None:
        self.connection.execute(delete(submissions).where(submissions.c.author == author))

    def forget_older_than(self, moment: datetime) -> int:
        return self.connection.execute(
            delete(submissions).where(submissions.c.at < moment)
        ).rowcount

    def _outcome(self, submission: Submission) -> str | None:
        first = self.connection.execute(
            select(submissions.c.digest, submissions.c.outcome).where(_same(submission))
        ).one()
        if first.digest != _digest(submission):
            raise SubmissionReused
        outcome: str | None = first.outcome
        return outcome


def _same(submission: Submission) -> ColumnElement[bool]:
    return and_(
        submissions.c.author == submission.author,
        submissions.c.action == submission.action,
        submissions.c.id == submission.id,
    )


def _digest(submission: Submission) -> str:
    return sha256(submission.content.encode()).hexdigest()

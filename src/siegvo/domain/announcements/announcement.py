"""What the service tells its subscribers: water cut off, a school visited, a hose ban."""

from datetime import date, datetime
from typing import Self

import attrs

from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from siegvo.domain.errors import Refused


@attrs.frozen
class EndsBeforeItBegins(Refused):
    """Its last day is before its first."""

    first_day: date
    last_day: date


@attrs.frozen
class AlreadyOver(Refused):
    """Its last day is behind us: nobody would ever read it."""

    last_day: date


@attrs.frozen
class AnnouncementWithdrawn(Refused):
    number: int


@attrs.frozen(kw_only=True)
class Notice:
    """What staff want to be read: by whom it concerns, from when and until when (days in Paris).

    Without `communes` it concerns everybody; without a `last_day` it stays until it is withdrawn.
    """

    headline: Headline
    text: AnnouncementText
    communes: tuple[Commune, ...] = ()
    first_day: date
    last_day: date | None = None

    def check(self, *, today: date) -> None:
        """Let it pass if somebody may read it one day.

        Raises:
            EndsBeforeItBegins: on no day at all.
            AlreadyOver: on none that is left.
        """
        if self.last_day is None:
            return
        if self.last_day < self.first_day:
            raise EndsBeforeItBegins(first_day=self.first_day, last_day=self.last_day)
        if self.last_day < today:
            raise AlreadyOver(self.last_day)

    def concerns(self, towns: frozenset[Commune]) -> bool:
        """Say whether one of these towns is meant."""
        return not self.communes or not towns.isdisjoint(self.communes)


@attrs.frozen(kw_only=True)
class Announcement:
    """A notice that was published, by the number staff know it under."""

    number: int
    notice: Notice
    published_at: datetime
    withdrawn_at: datetime | None = None

    def is_shown_on(self, day: date) -> bool:
        """Say whether it is read on that day by those it concerns."""
        notice = self.notice
        return (
            self.withdrawn_at is None
            and notice.first_day <= day
            and (notice.last_day is None or day <= notice.last_day)
        )

    def withdraw(self, *, at: datetime) -> Self:
        """Return it as nobody reads it any more.

        Raises:
            AnnouncementWithdrawn: it is already.
        """
        if self.withdrawn_at is not None:
            raise AnnouncementWithdrawn(self.number)
        return attrs.evolve(self, withdrawn_at=at)

"""Where what the service announces is kept."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.announcements.announcement import Announcement, Notice
from siegvo.domain.announcements.commune import Commune
from siegvo.domain.errors import NotFound


@attrs.frozen
class AnnouncementNotFound(NotFound):
    """None was ever published under this number."""

    number: int


class Announcements(Protocol):
    def add(self, notice: Notice, *, at: datetime) -> Announcement:
        """Keep what is published, under the next number; none is used twice."""

    def numbered(self, number: int) -> Announcement:
        """Return what was published under this number.

        Raises:
            AnnouncementNotFound: nothing was.
        """

    def save(self, announcement: Announcement) -> None:
        """Keep what became of it."""

    def all(self) -> tuple[Announcement, ...]:
        """Return whatever was published, the newest first."""

    def not_served(self, communes: Collection[Commune]) -> tuple[Commune, ...]:
        """Return those where no contract is, in the order they were given."""

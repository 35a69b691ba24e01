"""What the service announces, in memory."""

from collections.abc import Collection
from datetime import datetime

import attrs

from siegvo.application.repositories.announcements import AnnouncementNotFound
from siegvo.domain.announcements.announcement import Announcement, Notice
from siegvo.domain.announcements.commune import Commune
from tests.support.in_memory.contracts import InMemoryTenures


@attrs.define
class InMemoryAnnouncements:
    tenures: InMemoryTenures
    kept: dict[int, Announcement] = attrs.Factory(dict)

    def add(self, notice: Notice, *, at: datetime) -> Announcement:
        number = len(self.kept) + 1
        self.kept[number] = Announcement(number=number, notice=notice, published_at=at)
        return self.kept[number]

    def numbered(self, number: int) -> Announcement:
        if number not in self.kept:
            raise AnnouncementNotFound(number)
        return self.kept[number]

    def save(self, announcement: Announcement) -> None:
        self.kept[announcement.number] = announcement

    def all(self) -> tuple[Announcement, ...]:
        return tuple(reversed(self.kept.values()))

    def not_served(self, communes: Collection[Commune]) -> tuple[Commune, ...]:
        served = {Commune(each.supply.town) for each in self.tenures.kept.values()}
        return tuple(each for each in communes if each not in served)

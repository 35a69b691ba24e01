"""What the service announces, in SQL."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, exists, insert, select, update

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.tables.announcements import announcement_communes, announcements
from siegvo.adapters.sql.tables.contracts import contracts
from siegvo.application.repositories.announcements import AnnouncementNotFound
from siegvo.domain.announcements.announcement import Announcement, Notice
from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import AnnouncementText, Headline

HAS_ANNOUNCEMENTS: Final = exists().where(announcements.c.withdrawn_at.is_(None))
"""Whether anything was announced, as a column of any page."""

_ANY: Final = (
    select(announcements, announcement_communes.c.name)
    .outerjoin(announcement_communes)
    .order_by(announcements.c.number.desc(), announcement_communes.c.rank)
)
_ALL: Final = Prepared(_ANY)
_ONE: Final = _ANY.where(announcements.c.number == bindparam("wanted"))
_ADD: Final = insert(announcements).returning(announcements.c.number)
_SAVE: Final = update(announcements).where(announcements.c.number == bindparam("wanted"))
_TOWNS: Final = select(contracts.c.town).distinct()


@attrs.frozen
class SqlAnnouncements:
    """`Announcements`, in the tables `announcements` and `announcement_communes`."""

    connection: Connection

    def add(self, notice: Notice, *, at: datetime) -> Announcement:
        row = {
            "headline": notice.headline.text,
            "text": notice.text.text,
            "first_day": notice.first_day,
            "last_day": notice.last_day,
            "published_at": at,
        }
        number = self.connection.execute(_ADD, row).scalar_one()
        if notice.communes:
            communes = [
                {"number": number, "rank": rank, "name": commune.name}
                for rank, commune in enumerate(notice.communes)
            ]
            self.connection.execute(insert(announcement_communes), communes)
        return Announcement(number=number, notice=notice, published_at=at)

    def numbered(self, number: int) -> Announcement:
        rows = self.connection.execute(_ONE, {"wanted": number})
        for found in _announcements(rows):
            return found
        raise AnnouncementNotFound(number)

    def save(self, announcement: Announcement) -> None:
        became = {"wanted": announcement.number, "withdrawn_at": announcement.withdrawn_at}
        self.connection.execute(_SAVE, became)

    def all(self) -> tuple[Announcement, ...]:
        return tuple(_announcements(_ALL.rows(self.connection, {})))

    def not_served(self, communes: Collection[Commune]) -> tuple[Commune, ...]:
        if not communes:
            return ()
        served = frozenset(map(Commune, self.connection.execute(_TOWNS).scalars()))
        return tuple(each for each in communes if each not in served)


def _announcements(rows: Iterable[Row[Any]]) -> Iterator[Announcement]:
    for _, of_one in groupby(rows, key=lambda row: row.number):
        first, *others = of_one
        names = [row.name for row in (first, *others) if row.name is not None]
        yield Announcement(
            number=first.number,
            notice=Notice(
                headline=Headline(first.headline),
                text=AnnouncementText(first.text),
                communes=tuple(map(Commune, names)),
                first_day=first.first_day,
                last_day=first.last_day,
            ),
            published_at=first.published_at,
            withdrawn_at=first.withdrawn_at,
        )

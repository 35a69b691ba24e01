"""What the service announces, ready to print."""

from collections.abc import Iterable

import attrs

from siegvo.adapters.french.values import PARIS, say
from siegvo.domain.announcements.announcement import Announcement


@attrs.frozen(kw_only=True)
class AnnouncementCard:
    """A headline, its lines below it, and `Message du service, publié le 23/11/2026.`."""

    headline: str
    lines: tuple[str, ...]
    published: str


def announcement_cards(announced: Iterable[Announcement]) -> tuple[AnnouncementCard, ...]:
    return tuple(
        AnnouncementCard(
            headline=each.notice.headline.text,
            lines=tuple(filter(None, map(str.strip, each.notice.text.text.split("\n")))),
            published=(
                f"Message du service, publié le {say(each.published_at.astimezone(PARIS).date())}."
            ),
        )
        for each in announced
    )

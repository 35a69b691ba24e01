"""What a subscriber reads today."""

from collections.abc import Collection

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Glance
from siegvo.domain.announcements.announcement import Announcement
from siegvo.domain.announcements.commune import Commune


@attrs.frozen
class ShowAnnouncements:
    """Show what concerns those who live somewhere, or only what concerns everybody."""

    glance: Glance
    clock: Clock

    def __call__(self, *, towns: Collection[str] = ()) -> tuple[Announcement, ...]:
        """Return what is shown today (a day in Paris) in these towns, the newest first."""
        lived_in, today = frozenset(map(Commune, towns)), self.clock.today()
        with self.glance() as readers:
            published = readers.announcements.all()
        return tuple(
            each for each in published if each.is_shown_on(today) and each.notice.concerns(lived_in)
        )

"""What was published, for staff."""

import attrs

from siegvo.application.ports.work import Look
from siegvo.domain.announcements.announcement import Announcement


@attrs.frozen
class ListAnnouncements:
    """Show staff what subscribers read, read once, or will."""

    look: Look

    def __call__(self) -> tuple[Announcement, ...]:
        """Return whatever was published, the newest first."""
        with self.look() as readers:
            return readers.announcements.all()

"""Staff tell subscribers something."""

from collections.abc import Sequence
from datetime import date

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.audit import Entry
from siegvo.domain.announcements.announcement import Announcement, Notice
from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class CommuneNotServed(Refused):
    """No contract is there: nobody would read it, and the name may be mistyped."""

    commune: Commune


@attrs.frozen(kw_only=True)
class PublishAnnouncement:
    """Put a notice on the dashboard of those it concerns."""

    begin: Begin
    clock: Clock

    def __call__(
        self,
        *,
        headline: Headline,
        text: AnnouncementText,
        actor: Actor,
        communes: Sequence[Commune] = (),
        first_day: date | None = None,
        last_day: date | None = None,
    ) -> Announcement:
        """Publish it, and return it under its number.

        Without `communes` everybody reads it; days are in Paris, and today is the first if
        none is given.

        Raises:
            AlreadyOver: its last day is behind us.
            CommuneNotServed: no contract is in one of its communes.
            EndsBeforeItBegins: its last day is before its first.
        """
        now, today = self.clock.now(), self.clock.today()
        notice = Notice(
            headline=headline,
            text=text,
            communes=tuple(dict.fromkeys(communes)),
            first_day=first_day or today,
            last_day=last_day,
        )
        notice.check(today=today)
        with self.begin() as work:
            for commune in work.announcements.not_served(notice.communes):
                raise CommuneNotServed(commune)
            published = work.announcements.add(notice, at=now)
            work.audit.add(
                Entry(
                    at=now,
                    actor=actor,
                    gesture=Gesture.ANNOUNCEMENT_PUBLISHED,
                    subject=str(published.number),
                )
            )
        return published

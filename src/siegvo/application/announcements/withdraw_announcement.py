"""Staff take back what they told subscribers."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class WithdrawAnnouncement:
    """Let nobody read it any more; it is kept."""

    begin: Begin
    clock: Clock

    def __call__(self, number: int, *, actor: Actor) -> None:
        """Withdraw it.

        Raises:
            AnnouncementNotFound: there never was one.
            AnnouncementWithdrawn: it is withdrawn already.
        """
        now = self.clock.now()
        with self.begin() as work:
            work.announcements.save(work.announcements.numbered(number).withdraw(at=now))
            work.audit.add(
                Entry(
                    at=now,
                    actor=actor,
                    gesture=Gesture.ANNOUNCEMENT_WITHDRAWN,
                    subject=str(number),
                )
            )

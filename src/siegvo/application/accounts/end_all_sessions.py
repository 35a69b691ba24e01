"""The owner of an account closes it everywhere."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import Session
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class EndAllSessions:
    """End every session of an account, this one included, and know none of its devices."""

    begin: Begin
    clock: Clock

    def __call__(self, account: AccountId, *, origin: str = "") -> int:
        """Return how many sessions were ended."""
        with self.begin() as work:
            ended = end_sessions(work, account)
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=Actor.subscriber(account),
                    gesture=Gesture.SESSIONS_ENDED,
                    subject=str(account),
                    origin=origin,
                )
            )
        return ended


def end_sessions(work: Work, account: AccountId, *, but: Session | None = None) -> int:
    """End the sessions of `account` and forget its devices, `but` perhaps one; return how many."""
    work.devices.forget_all(account, but=but.device_key if but else None)
    return work.sessions.end_all(account, but=but.family if but else None)

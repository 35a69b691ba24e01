"""The owner of an account closes it on one device."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import SessionNotFound
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import SessionFamily
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class EndSession:
    """End one session of an account, and take its device for a stranger's from then on."""

    begin: Begin
    clock: Clock

    def __call__(self, account: AccountId, *, session: SessionFamily, origin: str = "") -> None:
        """End that session.

        Raises:
            SessionNotFound: it has ended already, or is not one of this account.
        """
        with self.begin() as work:
            kept = work.sessions.of_account(account)
            found = next((each for each in kept if each.family == session), None)
            if found is None:
                raise SessionNotFound
            work.sessions.end(found)
            if found.device_key:
                work.devices.forget(account, found.device_key)
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=Actor.subscriber(account),
                    gesture=Gesture.SESSION_ENDED,
                    subject=str(account),
                    origin=origin,
                )
            )

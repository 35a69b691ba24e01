"""Somebody who has just proved who they are stays signed in."""

import attrs

from siegvo.application.accounts.recognising import recognise
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.session_keys import SessionKey, SessionKeys
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import Session, SessionFamily
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.place import vicinity_of
from siegvo.domain.policy import SESSIONS_AT_ONCE


@attrs.frozen
class OpenSession:
    """Open a session without asking again: right after an activation."""

    begin: Begin
    clock: Clock
    new_id: NewId
    session_keys: SessionKeys

    def __call__(
        self,
        account: AccountId,
        *,
        device: str = "",
        device_key: str = "",
        remember: bool = False,
        origin: str = "",
    ) -> SessionKey:
        """Open a session and return what its cookie must carry.

        `device_key` is a random value the browser keeps from one session to the next: the
        account knows it from then on.

        Raises:
            AccountNotFound: there is no such account, or no longer.
        """
        key = self.session_keys.new()
        session = Session.opened(
            key.fingerprint,
            family=SessionFamily(self.new_id()),
            account=account,
            at=self.clock.now(),
            device=device,
            device_key=self.session_keys.fingerprint(device_key) if device_key else None,
            place=vicinity_of(origin),
            is_remembered=remember,
        )
        with self.begin() as work:
            begin_session(work, session, origin=origin)
        return key


def begin_session(work: Work, session: Session, *, origin: str) -> None:
    """Keep a session and write it down; beyond ten, those left alone the longest end.

    Raises:
        AccountNotFound: its account is gone.
    """
    account = work.accounts.of(session.account)
    work.sessions.end_beyond(account.id, most=SESSIONS_AT_ONCE - 1)
    work.sessions.open(session)
    recognise(work, session)
    work.audit.add(
        Entry(
            at=session.opened_at,
            actor=Actor.subscriber(account.id),
            gesture=Gesture.SIGNED_IN,
            subject=str(account.id),
            origin=origin,
        )
    )

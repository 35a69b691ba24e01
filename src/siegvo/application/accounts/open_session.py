"""Somebody who has just proved who they are stays signed in."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.session_keys import SessionKey, SessionKeys
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.session import Session
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class OpenSession:
    """Open a session without asking again: right after an activation."""

    begin: Begin
    clock: Clock
    session_keys: SessionKeys

    def __call__(
        self, account: AccountId, *, device: str = "", remember: bool = False, origin: str = ""
    ) -> SessionKey:
        """Open a session and return what its cookie must carry.

        Raises:
            AccountNotFound: there is no such account, or no longer.
        """
        key = self.session_keys.new()
        session = Session.opened(
            key.fingerprint,
            account=account,
            at=self.clock.now(),
            device=device,
            is_remembered=remember,
        )
        with self.begin() as work:
            begin_session(work, session, origin=origin)
        return key


def begin_session(work: Work, session: Session, *, origin: str) -> None:
    """Keep a session and write it down.

    Raises:
        AccountNotFound: its account is gone.
    """
    account = work.accounts.of(session.account)
    work.sessions.open(session)
    work.audit.add(
        Entry(
            at=session.opened_at,
            actor=Actor.subscriber(account.id),
            gesture=Gesture.SIGNED_IN,
            subject=str(account.id),
            origin=origin,
        )
    )

"""An attempt becomes an account, inside one transaction."""

from datetime import datetime

from siegvo.application.ports.work import Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.events import AccountActivated
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


def open_account(
    work: Work, account: Account, *, at: datetime, actor: Actor, origin: str = ""
) -> None:
    """Keep the account and drop every attempt of its mailbox.

    Raises:
        AddressTaken: the mailbox has an account already.
    """
    work.accounts.add(account)
    work.registrations.forget(account.email)
    work.record(AccountActivated(at=at, account=str(account.id)))
    work.audit.add(
        Entry(
            at=at,
            actor=actor,
            gesture=Gesture.ACTIVATED,
            subject=str(account.id),
            origin=origin,
        )
    )

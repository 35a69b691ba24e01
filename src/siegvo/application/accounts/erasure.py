"""An account leaves nothing behind but what others need, inside one transaction."""

from datetime import datetime

from siegvo.application.accounts.throttles import of_owner
from siegvo.application.paper_again import leave_all_e_invoices
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Work
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.events import AccountDeleted
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture


def erase(
    work: Work,
    account: Account,
    *,
    at: datetime,
    actor: Actor,
    keyed_hash: KeyedHash,
    origin: str = "",
) -> None:
    """Drop an account that is held, and all that is its own.

    Its requests stay with the service, which has to answer them, and its payments are
    settled all the same; the audit trail keeps a number that stands for nobody any more.
    Contracts were never the account's.
    """
    work.sessions.end_all(account.id)
    work.devices.forget_all(account.id)
    leave_all_e_invoices(work, account.id, at=at)
    work.links.forget(account.id)
    work.address_changes.forget(account.id)
    work.registrations.forget(account.email)
    work.requests.disown(account.id)
    work.online_payments.disown(account.id)
    work.submissions.forget(str(account.id))
    work.outbox.forget_account(account.id)
    of_owner(keyed_hash, account, origin=origin).wipe(work.attempts)
    work.accounts.remove(account.id)
    work.record(AccountDeleted(at=at, email=str(account.email)))
    work.audit.add(
        Entry(
            at=at,
            actor=actor,
            gesture=Gesture.ACCOUNT_DELETED,
            subject=str(account.id),
            origin=origin,
        )
    )

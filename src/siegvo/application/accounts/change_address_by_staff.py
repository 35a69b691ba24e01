"""A clerk moves an account to another mailbox."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.address_change import AddressChange, AddressChangeId, SameAddress
from siegvo.domain.accounts.events import AddressChanged
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class ChangeAddressByStaff:
    """Move an account whose holder has lost the old mailbox; staff know who asks."""

    begin: Begin
    clock: Clock
    new_id: NewId

    def __call__(self, old: EmailAddress, new: EmailAddress, *, actor: Actor) -> None:
        """Move the account at once, end its sessions, and tell both mailboxes.

        Raises:
            AccountNotFound: `old` has no account.
            SameAddress: it is the same mailbox.
            AddressTaken: `new` has an account already.
        """
        now = self.clock.now()
        with self.begin() as work:
            account = work.accounts.with_email(old)
            if account is None:
                raise AccountNotFound
            if old == new:
                raise SameAddress(account.email)
            change = AddressChange(
                id=AddressChangeId(self.new_id()),
                account=account.id,
                old=account.email,
                new=new,
                asked_at=now,
                confirmed_at=now,
            )
            work.accounts.save(account.at(new))
            work.address_changes.add(change)
            work.registrations.forget(new)
            work.sessions.end_all(account.id)
            work.record(
                AddressChanged(
                    at=now, account=str(account.id), change=str(change.id), by_staff=True
                )
            )
            work.audit.add(
                Entry(at=now, actor=actor, gesture=Gesture.ADDRESS_CHANGED, subject=str(account.id))
            )

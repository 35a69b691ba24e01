"""A clerk vouches for a mailbox."""

import attrs

from siegvo.application.accounts.activation import open_account
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AddressTaken, RegistrationNotFound
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class ActivateByStaff:
    """Open the account that the newest attempt of a mailbox asked for, without its link."""

    begin: Begin
    clock: Clock
    new_id: NewId

    def __call__(self, email: EmailAddress, *, actor: Actor) -> AccountId:
        """Open the account and return it.

        Raises:
            AddressTaken: the mailbox has an account already.
            RegistrationNotFound: no attempt waits for this mailbox.
            RegistrationLapsed: the newest has waited for more than seven days.
        """
        now = self.clock.now()
        with self.begin() as work:
            if work.accounts.with_email(email):
                raise AddressTaken(email)
            registration = work.registrations.latest(email)
            if registration is None:
                raise RegistrationNotFound
            registration.check_alive(now)
            account = Account.activated(registration, account_id=AccountId(self.new_id()), at=now)
            open_account(work, account, at=now, actor=actor)
        return account.id

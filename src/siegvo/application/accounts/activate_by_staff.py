"""A clerk vouches for a mailbox."""

from datetime import datetime

import attrs

from siegvo.application.accounts.activation import open_account
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.accounts import AddressTaken, RegistrationNotFound
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.registration import Registration
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class SeveralAttempts(Refused):
    """One of several was made by whoever owns the mailbox, at one of these `moments`.

    Any other may be a stranger's, and so may its password.
    """

    moments: tuple[datetime, ...]


@attrs.frozen
class ActivateByStaff:
    """Open the account that an attempt of a mailbox asked for, without its link.

    The clerk vouches for the mailbox, not for a password.  Where a single attempt waits there
    is nothing to choose.  Where several do, neither the newest nor the oldest is right: anybody
    may register the address once more before they telephone, or have done so long ago.  It is
    then the attempt `registered_at` the minute that the person tells.
    """

    begin: Begin
    clock: Clock
    new_id: NewId

    def __call__(
        self, email: EmailAddress, *, registered_at: datetime | None = None, actor: Actor
    ) -> AccountId:
        """Open the account and return it; every other attempt of its mailbox is dropped.

        Raises:
            AddressTaken: the mailbox has an account already.
            RegistrationNotFound: no attempt waits for this mailbox, or none of that minute.
            RegistrationLapsed: the newest has waited for more than seven days.
            SeveralAttempts: say when the right one was made.
        """
        now = self.clock.now()
        with self.begin() as work:
            if work.accounts.with_email(email):
                raise AddressTaken(email)
            registration = _chosen(_alive(work, email, now), registered_at)
            account = Account.activated(registration, account_id=AccountId(self.new_id()), at=now)
            open_account(work, account, at=now, actor=actor)
        return account.id


def _alive(work: Work, email: EmailAddress, now: datetime) -> tuple[Registration, ...]:
    waiting = work.registrations.waiting(email)
    if not waiting:
        raise RegistrationNotFound
    waiting[-1].check_alive(now)
    return tuple(each for each in waiting if each.is_alive(now))


def _chosen(waiting: tuple[Registration, ...], moment: datetime | None) -> Registration:
    fit = [each for each in waiting if moment in {None, _minute(each.registered_at)}]
    if not fit:
        raise RegistrationNotFound
    if len(fit) > 1:
        raise SeveralAttempts(tuple(_minute(each.registered_at) for each in fit))
    return fit[0]


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)

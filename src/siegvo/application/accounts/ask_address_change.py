"""Somebody would like to sign in, and be written to, at another address."""

import attrs

from siegvo.application.accounts.throttles import of_address_change
from siegvo.application.current_password import CurrentPassword
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChange, AddressChangeId, SameAddress
from siegvo.domain.accounts.events import AddressChangeAsked
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class AskAddressChange:
    """Have the new mailbox asked to confirm, and the old one told, with a way to object.

    An address that has an account is treated alike: only its mailbox learns it.
    """

    begin: Begin
    look: Look
    clock: Clock
    new_id: NewId
    keyed_hash: KeyedHash
    current_password: CurrentPassword

    def __call__(
        self, *, account: AccountId, email: EmailAddress, password: Password, origin: str = ""
    ) -> None:
        """Keep the wish; it replaces one that nobody has confirmed.

        Raises:
            WrongPassword: not the password of the account.
            SameAddress: the account has this address already.
            TooManyAttempts: too many wrong passwords, or too many changes.
            AccountChangedMeanwhile: somebody else changed it at the same moment.
            HasherBusy: try again in a moment.
        """
        throttle = of_address_change(self.keyed_hash, account, email, origin=origin)
        with self.look() as readers:
            throttle.check(readers.attempts, now=self.clock.now())
        found = self.current_password.check(account, password, origin=origin)
        if found.email == email:
            raise SameAddress(found.email)
        now = self.clock.now()
        change = AddressChange(
            id=AddressChangeId(self.new_id()),
            account=account,
            old=found.email,
            new=email,
            asked_at=now,
        )
        with self.begin() as work:
            if work.accounts.hold(account).reset_state != found.reset_state:
                raise AccountChangedMeanwhile
            throttle.hold(work.attempts, now=now)
            throttle.count(work.attempts, at=now)
            work.address_changes.add(change)
            work.record(AddressChangeAsked(at=now, account=str(account), change=str(change.id)))
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account),
                    gesture=Gesture.ADDRESS_CHANGE_ASKED,
                    subject=str(account),
                    origin=origin,
                )
            )

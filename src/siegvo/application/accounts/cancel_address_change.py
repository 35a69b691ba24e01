"""Somebody opens the link sent to the old address: it was not them."""

import attrs

from siegvo.application.accounts.address_links import change_behind
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.tokens import LinkUsed, Purpose, Tokens
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.events import AddressChangeCancelled
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class CancelAddressChange:
    """Give an account back to its old mailbox, confirmed or not as the change may be.

    Whoever asked for it knew the password: none opens the account any more, nobody stays
    signed in, and the old mailbox gets a link to choose another one.
    """

    begin: Begin
    clock: Clock
    new_id: NewId
    tokens: Tokens

    def __call__(self, token: str, *, origin: str = "") -> EmailAddress:
        """Undo the change, and return the address the account has again.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: it is too late; only staff can help.
            LinkUsed: it has been undone already.
            AddressTaken: the old mailbox has another account since; only staff can help.
        """
        now, purpose = self.clock.now(), Purpose.ADDRESS_CHANGE_CANCELLATION
        with self.begin() as work:
            change = change_behind(
                token, purpose=purpose, tokens=self.tokens, changes=work.address_changes
            )
            self.tokens.check(purpose, token, state=change.cancellation_state)
            account = work.accounts.of(change.account)
            restored = account.at(change.old).without_password(self.new_id().hex)
            try:
                work.accounts.save(restored)
            except AccountChangedMeanwhile:  # the same link, twice at once
                raise LinkUsed(purpose) from None
            work.address_changes.forget(account.id)
            work.sessions.end_all(account.id)
            work.devices.forget_all(account.id)
            work.record(AddressChangeCancelled(at=now, account=str(account.id)))
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account.id),
                    gesture=Gesture.ADDRESS_CHANGE_CANCELLED,
                    subject=str(account.id),
                    origin=origin,
                )
            )
        return change.old

"""Somebody opens the link sent to the new address of an account."""

import attrs

from siegvo.application.accounts.address_links import change_behind
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.tokens import LinkUsed, Purpose, Tokens
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.accounts import AccountChangedMeanwhile
from siegvo.application.repositories.audit import Entry
from siegvo.domain.accounts.events import AddressChanged
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen
class ConfirmAddressChange:
    """Move an account to the mailbox that has just answered."""

    begin: Begin
    clock: Clock
    tokens: Tokens

    def __call__(self, token: str, *, origin: str = "") -> EmailAddress:
        """Move the account, and return its new address.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: ask for the change again.
            LinkUsed: it has been used, or the account has changed since it was sent.
            AddressTaken: the new mailbox has an account of its own.
        """
        now, purpose = self.clock.now(), Purpose.ADDRESS_CHANGE
        with self.begin() as work:
            change = change_behind(
                token, purpose=purpose, tokens=self.tokens, changes=work.address_changes
            )
            account = work.accounts.of(change.account)
            self.tokens.check(purpose, token, state=change.confirmation_state(account))
            try:
                work.accounts.save(account.at(change.new))
            except AccountChangedMeanwhile:  # the same link, twice at once
                raise LinkUsed(purpose) from None
            work.address_changes.save(change.confirmed(now))
            work.registrations.forget(change.new)
            work.record(
                AddressChanged(
                    at=now, account=str(account.id), change=str(change.id), by_staff=False
                )
            )
            work.audit.add(
                Entry(
                    at=now,
                    actor=Actor.subscriber(account.id),
                    gesture=Gesture.ADDRESS_CHANGED,
                    subject=str(account.id),
                    origin=origin,
                )
            )
        return change.new

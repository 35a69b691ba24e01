"""Whoever asked for a change opens the link that their mailbox got."""

from datetime import timedelta

import attrs

from siegvo.application.change_view import ChangeView
from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.payments.change_links import (
    change_named,
    check_confirms,
    held_by_link,
    reference_in,
)
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.tokens import Purpose, Tokens
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Look
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture

_PURPOSE = Purpose.PAYMENT_CONFIRMATION


@attrs.frozen(kw_only=True)
class ShowConfirmation:
    """Show what a link would confirm: what is confirmed is what is shown."""

    look: Look
    tokens: Tokens
    vault: Vault

    def __call__(self, token: str) -> ChangeView:
        """Return the change; its account is masked.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: ask for the change again.
            LinkUsed: it is confirmed, or over, or its account has changed since.
            SealBroken: its bank details cannot be read.
        """
        reference = reference_in(token, purpose=_PURPOSE, tokens=self.tokens)
        with self.look() as readers:
            change = change_named(reference, purpose=_PURPOSE, changes=readers.payment_changes)
            account = readers.accounts.of(change.account) if change.account else None
            check_confirms(token, change, account, tokens=self.tokens)
            return ChangeView.of(change, mandates=readers.mandates, vault=self.vault)


@attrs.frozen(kw_only=True)
class ConfirmChange:
    """Take it that the mailbox on file agrees; the delay begins, for whoever does not."""

    begin: Begin
    clock: Clock
    tokens: Tokens
    vault: Vault
    delay: timedelta

    def __call__(self, token: str, *, origin: str = "") -> ChangeView:
        """Confirm the change, tell everybody who sees the contract, and return it.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: ask for the change again.
            LinkUsed: it is confirmed, or over, or its account has changed since.
            ChangeNotConfirmedInTime: ask for the change again.
            PaymentChangedMeanwhile: somebody else moved it at the same moment.
        """
        reference = reference_in(token, purpose=_PURPOSE, tokens=self.tokens)
        with self.begin() as work:
            steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
            change = held_by_link(reference, purpose=_PURPOSE, work=work)
            account = work.accounts.hold(change.account) if change.account else None
            check_confirms(token, change, account, tokens=self.tokens)
            steps.confirm(change, delay=self.delay)
            steps.note(
                change,
                Gesture.PAYMENT_CHANGE_CONFIRMED,
                actor=Actor.subscriber(account.id) if account else Actor.portal(),
                origin=origin,
            )
            confirmed = work.payment_changes.of(reference)
            return ChangeView.of(confirmed, mandates=work.mandates, vault=self.vault)

"""A change of payment mode is taken back, by whoever sees the contract."""

import attrs

from siegvo.application.change_view import ChangeView
from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.payments.change_links import (
    change_named,
    check_cancels,
    held_by_link,
    reference_in,
)
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.tokens import Purpose, Tokens
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.payments import ChangeNotFound
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.reference import RequestReference

_PURPOSE = Purpose.PAYMENT_CANCELLATION


@attrs.frozen(kw_only=True)
class ShowCancellation:
    """Show what a link would take back."""

    look: Look
    tokens: Tokens
    vault: Vault

    def __call__(self, token: str) -> ChangeView:
        """Return the change, `may_be_cancelled` or, the billing system having it, not any more.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: it is too late; only staff can help.
            LinkUsed: it is over.
            SealBroken: its bank details cannot be read.
        """
        reference = reference_in(token, purpose=_PURPOSE, tokens=self.tokens)
        with self.look() as readers:
            change = change_named(reference, purpose=_PURPOSE, changes=readers.payment_changes)
            check_cancels(token, change, tokens=self.tokens)
            return ChangeView.of(change, mandates=readers.mandates, vault=self.vault)


@attrs.frozen(kw_only=True)
class CancelByLink:
    """Somebody who did not ask for it, or thinks better of it, opens the link of a letter."""

    begin: Begin
    clock: Clock
    tokens: Tokens
    vault: Vault

    def __call__(self, token: str, *, origin: str = "") -> ChangeView:
        """Take the change back, tell everybody who sees the contract, and return it.

        Raises:
            NoSuchLink: not a link of ours.
            LinkExpired: it is too late; only staff can help.
            LinkUsed: it is over.
            ChangeCannotBecome: the billing system has it; only staff can help.
            PaymentChangedMeanwhile: somebody else moved it at the same moment.
        """
        reference = reference_in(token, purpose=_PURPOSE, tokens=self.tokens)
        with self.begin() as work:
            steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
            change = held_by_link(reference, purpose=_PURPOSE, work=work)
            check_cancels(token, change, tokens=self.tokens)
            steps.drop(change)
            steps.note(
                change, Gesture.PAYMENT_CHANGE_CANCELLED, actor=Actor.portal(), origin=origin
            )
            cancelled = work.payment_changes.of(reference)
            return ChangeView.of(cancelled, mandates=work.mandates, vault=self.vault)


@attrs.frozen(kw_only=True)
class CancelChange:
    """Somebody signed in takes back what was asked of a contract they see."""

    begin: Begin
    clock: Clock
    vault: Vault

    def __call__(
        self,
        *,
        holder: AccountId,
        contract: ContractNumber,
        reference: RequestReference,
        origin: str = "",
    ) -> None:
        """Take the change back, and tell everybody who sees the contract.

        Raises:
            ContractNotFound: `holder` is not linked to this contract.
            ChangeNotFound: no change of this contract bears this reference.
            ChangeCannotBecome: the billing system has it, or it is over.
            PaymentChangedMeanwhile: somebody else moved it at the same moment.
        """
        with self.begin() as work:
            steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
            tenure = work.tenures.held_by(holder, contract)
            try:
                change = steps.held(reference)
            except RequestNotFound:
                raise ChangeNotFound(reference) from None
            if (change.contract, change.payer) != (contract, tenure.payer):
                raise ChangeNotFound(reference)
            steps.drop(change)
            steps.note(
                change,
                Gesture.PAYMENT_CHANGE_CANCELLED,
                actor=Actor.subscriber(holder),
                origin=origin,
            )

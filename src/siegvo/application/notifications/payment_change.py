"""What is written about a change of payment mode: to who asked, and to who may object."""

from collections.abc import Mapping
from typing import Final

from siegvo.application.change_view import ChangeView
from siegvo.application.notifications.drafts import AboutPaymentChange, LetterKind
from siegvo.application.notifications.move import Sign
from siegvo.application.ports.mailer import Letter
from siegvo.application.ports.tokens import Purpose
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Readers
from siegvo.domain.accounts.account import Account
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.policy import CANCELLATION_LASTS, CHANGE_LINK_LASTS

_CANCELS: Final = frozenset(
    {LetterKind.PAYMENT_CHANGE_NOTICED, LetterKind.PAYMENT_CHANGE_CONFIRMED}
)


def payment_change_letter(
    draft: AboutPaymentChange, readers: Readers, *, sign: Sign, vault: Vault, message_id: str
) -> Letter | None:
    """Write it; nothing if there is nothing to confirm, or to object to, any more.

    What is confirmed is what is shown: contract, masked account, holder.

    Raises:
        ChangeNotFound, AccountNotFound, ContractNotFound: it is told to nobody any more.
        SealBroken: the bank details cannot be read.
    """
    change, account = readers.payment_changes.of(draft.change), readers.accounts.of(draft.account)
    readers.tenures.held_by(account.id, change.contract)  # whoever sees it no more is told nothing
    if draft.kind is LetterKind.PAYMENT_CHANGE_TO_CONFIRM and change.step is not ChangeStep.ASKED:
        return None
    if draft.kind in _CANCELS and not change.may_be_cancelled:
        return None
    return Letter(
        to=account.email,
        template=draft.kind,
        facts={
            **draft.facts,
            "change": ChangeView.of(change, mandates=readers.mandates, vault=vault),
            **_link(draft.kind, change, account, sign),
        },
        message_id=message_id,
    )


def _link(
    kind: LetterKind, change: PaymentChange, account: Account, sign: Sign
) -> Mapping[str, object]:
    subject = str(change.reference)
    if kind is LetterKind.PAYMENT_CHANGE_TO_CONFIRM:
        state = change.confirmation_state(*account.reset_state)
        return sign(Purpose.PAYMENT_CONFIRMATION, subject, state, CHANGE_LINK_LASTS)
    if kind in _CANCELS:
        state = change.cancellation_state
        return sign(Purpose.PAYMENT_CANCELLATION, subject, state, CANCELLATION_LASTS)
    return {}

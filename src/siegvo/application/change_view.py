"""A change of payment mode as its people read it, in letters and on pages."""

from datetime import date, datetime
from typing import Self

import attrs

from siegvo.application.ports.vault import Vault
from siegvo.application.repositories.payments import KeptMandate, Mandates
from siegvo.application.sealed_mandates import holder_of
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.payments.mandate import MandateReference
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class ChangeView:
    """What changes, and what it waits for; of a new account, its mask, its bank and its holder.

    `is_with_staff` while somebody has to look at it: why is not told.  `debits_follow_from`
    is the first day on which a debit is taken the new way.  Of a revocation, `mandate` is the
    one taken back, as far as the portal holds it, and `still_debited_on` the day of a debit
    that the bank had before.
    """

    reference: RequestReference
    contract: ContractNumber
    before: PaymentMode
    after: PaymentMode
    mandate: MandateReference | None
    masked_iban: str | None
    bic: str | None
    bank_name: str | None
    holder: str | None = attrs.field(repr=False)
    debit_day: int | None
    step: ChangeStep
    asked_at: datetime
    confirm_by: datetime
    due_at: datetime | None
    debits_follow_from: date | None
    still_debited_on: date | None
    is_of_account_only: bool
    is_revocation: bool
    is_with_staff: bool
    may_be_cancelled: bool

    @classmethod
    def of(cls, change: PaymentChange, *, mandates: Mandates, vault: Vault) -> Self:
        """Read it.

        Raises:
            SealBroken: its holder cannot be read.
        """
        kept = mandates.of(change.mandate) if change.mandate else None
        signed = kept if change.signed else None
        return cls(
            reference=change.reference,
            contract=change.contract,
            before=change.before,
            after=change.after,
            mandate=change.mandate,
            masked_iban=kept.masked_iban if kept else None,
            bic=kept.bic if kept else None,
            bank_name=kept.bank_name if kept else None,
            holder=holder_of(vault, signed) if signed else None,
            debit_day=change.debit_day,
            step=change.step,
            asked_at=change.asked_at,
            confirm_by=change.confirm_by,
            due_at=change.due_at,
            debits_follow_from=change.debits_follow_from,
            still_debited_on=_still_debited_on(change, kept),
            is_of_account_only=change.is_of_account_only,
            is_revocation=change.is_revocation,
            is_with_staff=bool(change.suspicions) and change.step.is_open,
            may_be_cancelled=change.may_be_cancelled,
        )


def _still_debited_on(change: PaymentChange, kept: KeptMandate | None) -> date | None:
    """Return the day of the last debit under a mandate that was revoked before that day."""
    if not change.is_revocation or kept is None or kept.last_collected_on is None:
        return None
    return kept.last_collected_on if kept.last_collected_on > change.asked_on else None

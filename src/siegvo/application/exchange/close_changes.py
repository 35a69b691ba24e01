"""How contracts are paid was to change, and an import shows that it has."""

import attrs

from siegvo.application.payment_steps import PaymentSteps
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.vault import SealBroken, Vault
from siegvo.application.ports.work import Begin, Look, Readers
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.requests.reference import RequestReference

_TELLING = 3
"""So many signs at its end tell a masked account from another."""


@attrs.frozen(kw_only=True)
class CloseChanges:
    """Apply the changes that were handed over and that the billing system shows as made."""

    begin: Begin
    look: Look
    clock: Clock
    vault: Vault

    def __call__(self) -> int:
        """Return how many are in place now; everybody who sees the contracts is told."""
        with self.look() as readers:
            shown = [
                change.reference
                for change in readers.payment_changes.awaiting_books()
                if _is_shown(change, readers)
            ]
        return sum(map(self._apply_readable, shown))

    def _apply_readable(self, reference: RequestReference) -> bool:
        """Apply one; what cannot be read waits for staff, and stops nothing else."""
        try:
            return self._apply(reference)
        except SealBroken:
            return False

    def _apply(self, reference: RequestReference) -> bool:
        """Apply one; somebody may have done so meanwhile."""
        with self.begin() as work:
            steps = PaymentSteps.at_once(work, vault=self.vault, clock=self.clock)
            change = steps.held(reference)
            if change.step is not ChangeStep.EXPORTED:
                return False
            steps.apply(change)
        return True


def _is_shown(change: PaymentChange, readers: Readers) -> bool:
    """Say whether the contract is paid as was asked, on the account that was given."""
    tenures = {each.contract: each for each in readers.tenures.of_payer(change.payer)}
    tenure = tenures.get(change.contract)
    if tenure is None or tenure.payment_mode is not change.after:
        return False
    return not change.is_of_account_only or _shows_account(tenure, change, readers)


def _shows_account(tenure: Tenure, change: PaymentChange, readers: Readers) -> bool:
    if tenure.masked_iban is None or change.mandate is None:
        return False
    given = readers.mandates.of(change.mandate).masked_iban
    return tenure.masked_iban[-_TELLING:] == given[-_TELLING:]

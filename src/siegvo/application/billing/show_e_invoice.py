"""A subscriber looks at how the invoices of a contract come."""

import attrs

from siegvo.application.ports.work import Look
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import EInvoiceChoice, EInvoiceWish
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen(kw_only=True)
class EInvoiceView:
    """What the billing system shows (`tenure`), and what is asked of it since (`pending`).

    `choice` is what the account chose; `others` counts those who chose so too and are reached.
    Letters about invoices go to `email`.
    """

    tenure: Tenure
    email: EmailAddress
    choice: EInvoiceChoice | None
    others: int
    pending: EInvoiceWish | None

    @property
    def is_wanted(self) -> bool:
        """Say whether invoices come by mail once everything that was asked is done."""
        return self.pending.wanted if self.pending else self.tenure.has_e_invoice


@attrs.frozen
class ShowEInvoice:
    """Show how invoices come, and who is told of them."""

    look: Look

    def __call__(self, *, holder: AccountId, contract: ContractNumber) -> EInvoiceView:
        """Return it.

        Raises:
            ContractNotFound: `holder` is not linked to a payer of this contract.
        """
        with self.look() as readers:
            tenure = readers.tenures.held_by(holder, contract)
            choices = readers.e_invoices.choices_of(contract, tenure.payer)
            pending = readers.e_invoices.pending(contract, tenure.payer)
            account = readers.accounts.of(holder)
        others = [each for each in choices if each.account != holder and each.is_reached]
        return EInvoiceView(
            tenure=tenure,
            email=account.email,
            choice=next((each for each in choices if each.account == holder), None),
            others=len(others),
            pending=pending[-1] if pending else None,
        )

"""Where invoices, their lines, and what the treasury received for them are kept."""

from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.errors import NotFound


@attrs.frozen
class InvoiceNotFound(NotFound):
    number: InvoiceNumber


class Invoices(Protocol):
    """The invoices the billing system told us of; only an import changes them."""

    def held_by(self, holder: AccountId, number: InvoiceNumber) -> Invoice:
        """Return an invoice of a payer that `holder` is linked to.

        It belongs to whoever held the contract on the day it belongs to, and to nobody else.

        Raises:
            InvoiceNotFound: it does not exist, or is not theirs.
        """

    def lines_of(self, number: InvoiceNumber) -> tuple[InvoiceLine, ...]:
        """Return what an invoice charges for, in the order of the ranks."""

    def collections_of(self, number: InvoiceNumber) -> tuple[Collection, ...]:
        """Return what was received for an invoice, the oldest first."""

    def last_payable_of(self, invoice: Invoice) -> InvoiceNumber | None:
        """Return the last invoice of the tenure that `invoice` belongs to.

        The last by day of issue, then by number, of those that are neither cancelled nor a
        credit; nothing if there is none.
        """

"""What the treasury is asked to take."""

from typing import Self

import attrs

from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.payable import UnknownToTreasury
from siegvo.domain.kernel.money import Money


@attrs.frozen(kw_only=True)
class Bill:
    """An amount, how the treasury knows the invoice, and for whom it takes the money.

    `client` is our six digits, `mode` is `T` (test), `X` (activation) or `W` (production).
    """

    amount: Money
    reference: str
    fiscal_year: int
    client: str
    mode: str

    @classmethod
    def of(cls, invoice: Invoice, amount: Money, *, client: str, mode: str) -> Self:
        """Return the bill for so much of an invoice.

        Raises:
            UnknownToTreasury: the billing system gave no reference to name it by.
        """
        if not invoice.treasury_reference or not invoice.fiscal_year:
            raise UnknownToTreasury(number=invoice.number)
        return cls(
            amount=amount,
            reference=invoice.treasury_reference,
            fiscal_year=invoice.fiscal_year,
            client=client,
            mode=mode,
        )

"""What may be wrong with a row about an invoice, before anything is known of the database.

`column` and `given` are as in `cell_faults`.
"""

from datetime import date

import attrs

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.errors import Invalid, Refused
from siegvo.domain.kernel.money import Money


@attrs.frozen(kw_only=True)
class NotAnInvoiceNumber(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotATreasuryReference(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotAnAmount(Invalid):
    """No amount in euros and whole cents, below ten million."""

    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotADecimal(Invalid):
    """No number with `places` decimals at the most."""

    column: str
    given: str
    places: int


@attrs.frozen(kw_only=True)
class NotARate(Invalid):
    """No rate of VAT from 0 to 100 per cent."""

    column: str
    given: str


@attrs.frozen(kw_only=True)
class NotAVolume(Invalid):
    column: str
    given: str


@attrs.frozen(kw_only=True)
class DueBeforeIssued(Refused):
    issued_on: date
    due_on: date


@attrs.frozen(kw_only=True)
class CreditNoteAboveZero(Refused):
    """A credit note says what is given back: nothing, or less than nothing."""

    total: Money


@attrs.frozen(kw_only=True)
class NothingReceived(Refused):
    """A collection of zero."""


@attrs.frozen(kw_only=True)
class MoreLeftThanCharged(Refused):
    """A warning: more is left to pay than the invoice ever asked for."""

    number: InvoiceNumber
    left: Money
    total: Money


@attrs.frozen(kw_only=True)
class AmountsDisagree(Refused):
    """A warning: the amount before tax and the tax do not make the total, which stands."""

    number: InvoiceNumber
    net: Money
    vat: Money
    total: Money


@attrs.frozen(kw_only=True)
class InvoiceUnknown(Refused):
    number: InvoiceNumber

"""Which invoice may be paid on line, and how much of it."""

from datetime import date

import attrs

from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.situation import Situation, Standing
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.money import Money
from siegvo.domain.policy import ONLINE_PAYMENT_LEAST_CENTS, ONLINE_PAYMENT_MOST_CENTS


@attrs.frozen(kw_only=True)
class NotPayableOnline(Refused):
    """The invoice cannot be paid on line."""

    number: InvoiceNumber


@attrs.frozen(kw_only=True)
class NothingToPay(NotPayableOnline):
    """It is paid, cancelled, or owed the other way round."""


@attrs.frozen(kw_only=True)
class NotTheLastInvoice(NotPayableOnline):
    """Only the last invoice of a contract is paid on line."""

    last: InvoiceNumber


@attrs.frozen(kw_only=True)
class PaidOnlineAlready(NotPayableOnline):
    """A payment was made, and the books do not show it yet."""


@attrs.frozen(kw_only=True)
class PaymentUnderWay(NotPayableOnline):
    """A payment was begun, and may still succeed."""


@attrs.frozen(kw_only=True)
class WillBeDebited(NotPayableOnline):
    """A direct debit takes it."""

    debit_on: date


@attrs.frozen(kw_only=True)
class TooLittleToPayOnline(NotPayableOnline):
    amount: Money
    least: Money


@attrs.frozen(kw_only=True)
class TooMuchToPayOnline(NotPayableOnline):
    amount: Money
    most: Money


@attrs.frozen(kw_only=True)
class UnknownToTreasury(NotPayableOnline):
    """The billing system gave no reference to name it by."""


def check_payable(invoice: Invoice, situation: Situation, *, last: InvoiceNumber) -> Money:
    """Return what may be paid on line: all that is left.

    `last` is the last invoice of the contract that is neither cancelled nor a credit note.
    PayFiP takes from 1 euro to less than 100 000.

    Raises:
        NotPayableOnline: one of its kinds says why not.
    """
    number, amount = invoice.number, situation.outstanding.amount
    match situation.standing:
        case Standing.CANCELLED | Standing.CREDIT_NOTE | Standing.NOTHING_DUE | Standing.PAID:
            raise NothingToPay(number=number)
        case Standing.PAID_ONLINE:
            raise PaidOnlineAlready(number=number)
        case Standing.PAYING_ONLINE:
            raise PaymentUnderWay(number=number)
        case Standing.TO_BE_DEBITED if invoice.debit_on is not None:
            raise WillBeDebited(number=number, debit_on=invoice.debit_on)
        case _:
            pass
    if number != last:
        raise NotTheLastInvoice(number=number, last=last)
    least, most = Money(ONLINE_PAYMENT_LEAST_CENTS), Money(ONLINE_PAYMENT_MOST_CENTS)
    if amount < least:
        raise TooLittleToPayOnline(number=number, amount=amount, least=least)
    if amount > most:
        raise TooMuchToPayOnline(number=number, amount=amount, most=most)
    if not invoice.treasury_reference or not invoice.fiscal_year:
        raise UnknownToTreasury(number=number)
    return amount

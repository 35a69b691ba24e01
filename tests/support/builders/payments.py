"""Payments on line, as tests need them."""

from datetime import datetime
from uuid import UUID

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.bill import Bill
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.settling import settle
from siegvo.domain.billing.treasury_answer import Transaction, TreasuryResult
from siegvo.domain.kernel.money import Money
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.billing import INVOICE

PAYMENT = PaymentReference(UUID(int=4001))
IDOP = "00000000-0000-1000-8000-000000000001"
BILL = Bill(
    amount=Money(18_000),
    reference="2026EA0018342",
    fiscal_year=2026,
    client="090909",
    mode="T",
)


def a_begun_payment(
    reference: PaymentReference = PAYMENT,
    *,
    invoice: InvoiceNumber = INVOICE,
    account: AccountId = ALICE,
    at: datetime = NOON,
) -> OnlinePayment:
    """Begin a payment whose page was not given yet."""
    return OnlinePayment.begun(reference, invoice=invoice, account=account, bill=BILL, at=at)


def a_payment(
    reference: PaymentReference = PAYMENT,
    *,
    invoice: InvoiceNumber = INVOICE,
    account: AccountId = ALICE,
    at: datetime = NOON,
    idop: str = IDOP,
    state: PaymentState = PaymentState.OPEN,
) -> OnlinePayment:
    """Begin a payment at `at`, and have it come as far as `state`."""
    begun = a_begun_payment(reference, invoice=invoice, account=account, at=at)
    page = f"https://payfip.exemple.fr/tpa/paiementws.web?idop={idop}"
    attempt = begun.opened(idop=idop, page_url=page)
    match state:
        case PaymentState.PAID:
            return settle(attempt, a_transaction(idop=idop), at=at)
        case PaymentState.REFUSED:
            refused = a_transaction(TreasuryResult.CARD_REFUSED, idop=idop)
            return settle(attempt, refused, at=at)
        case PaymentState.ABANDONED:
            abandoned = a_transaction(TreasuryResult.ABANDONED, idop=idop)
            return settle(attempt, abandoned, at=at.replace(hour=at.hour + 1))
        case PaymentState.EXPIRED:
            return attempt.expired(at=at)
        case _:
            return attempt


def a_transaction(
    result: TreasuryResult = TreasuryResult.PAID_BY_CARD, *, idop: str = IDOP
) -> Transaction:
    return Transaction(
        idop=idop,
        reference=BILL.reference,
        fiscal_year=BILL.fiscal_year,
        amount=BILL.amount,
        client=BILL.client,
        result=result,
        at=NOON,
        mode=BILL.mode,
    )

"""Contracts for tests: unremarkable until a test says otherwise."""

from datetime import date, datetime

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.link import Link
from siegvo.domain.contracts.payer import Payer, PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.kernel.postal_address import PostalAddress
from tests.support.builders.accounts import ALICE, NOON

CONTRACT = ContractNumber("100214873")
MARCHAL = PayerCode("R0042")
SOMEWHERE = PostalAddress(street="12 rue des Prés", postcode="57130", town="GRAVELOTTE")


def a_payer(code: str = MARCHAL.text, *, name: str = "Mme Odile Marchal") -> Payer:
    return Payer(code=PayerCode(code), name=name, address=SOMEWHERE)


def a_tenure(
    number: str = CONTRACT.digits,
    *,
    payer: str = MARCHAL.text,
    since: str = "2020-01-01",
    until: str | None = None,
    street: str = SOMEWHERE.street,
) -> Tenure:
    return Tenure(
        contract=ContractNumber(number),
        payer=PayerCode(payer),
        supply=PostalAddress(street=street, postcode="57130", town="GRAVELOTTE"),
        days=DayRange(date.fromisoformat(since), date.fromisoformat(until) if until else None),
        category=Category.HOUSEHOLD,
        payment_mode=PaymentMode.ON_INVOICE,
        has_e_invoice=False,
    )


def a_link(
    account: AccountId = ALICE,
    *,
    payer: str = MARCHAL.text,
    proved_by: str = CONTRACT.digits,
    at: datetime = NOON,
) -> Link:
    return Link(
        account=account,
        payer=PayerCode(payer),
        proved_by=ContractNumber(proved_by),
        linked_at=at,
    )

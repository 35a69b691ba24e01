"""Events about invoices by mail, for tests: unremarkable until a test says otherwise."""

from datetime import date
from typing import Final, TypedDict

from siegvo.domain.billing.events import (
    EInvoiceAsked,
    EInvoiceGranted,
    EInvoiceTakenBack,
    InvoiceAvailable,
)
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.billing import INVOICE
from tests.support.builders.contracts import CONTRACT, MARCHAL


class _About(TypedDict):
    account: str
    payer: str
    contract: str


_ABOUT: Final[_About] = {
    "account": str(ALICE),
    "payer": MARCHAL.text,
    "contract": CONTRACT.digits,
}
REFERENCE: Final = "D-2026-000001"


def available(*, is_credit: bool = False) -> InvoiceAvailable:
    return InvoiceAvailable(
        at=NOON,
        **_ABOUT,
        invoice=INVOICE.text,
        issued_on=date(2026, 11, 20),
        is_credit=is_credit,
    )


def asked(*, wanted: bool = True, reference: str | None = REFERENCE) -> EInvoiceAsked:
    return EInvoiceAsked(at=NOON, **_ABOUT, wanted=wanted, reference=reference)


def taken_back(*, wanted: bool = True, reference: str | None = REFERENCE) -> EInvoiceTakenBack:
    return EInvoiceTakenBack(at=NOON, **_ABOUT, wanted=wanted, reference=reference)


def granted(*, wanted: bool = True, reference: str | None = REFERENCE) -> EInvoiceGranted:
    return EInvoiceGranted(at=NOON, **_ABOUT, wanted=wanted, reference=reference)

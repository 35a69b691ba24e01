"""Which fact about invoices by mail is told to whom, by which letter."""

from functools import singledispatch

from siegvo.application.notifications.drafts import Draft, LetterKind, ToAccount, account_id
from siegvo.domain.billing.events import (
    EInvoiceAsked,
    EInvoiceGranted,
    EInvoiceTakenBack,
    InvoiceAvailable,
)
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.events import Event
from siegvo.domain.requests.reference import RequestReference


@singledispatch
def about_e_invoice(event: Event) -> tuple[Draft, ...]:
    """Return the letters that `event` calls for; for many events, none."""
    del event
    return ()


@about_e_invoice.register
def _available(event: InvoiceAvailable) -> tuple[Draft, ...]:
    contract = ContractNumber(event.contract)
    letter = ToAccount(
        kind=LetterKind.INVOICE_AVAILABLE,
        account=account_id(event.account),
        facts={
            "contract": contract,
            "invoice": InvoiceNumber(event.invoice),
            "issued_on": event.issued_on,
            "is_credit": event.is_credit,
        },
        while_seen=contract,
    )
    return (letter,)


@about_e_invoice.register
def _asked(event: EInvoiceAsked) -> tuple[Draft, ...]:
    return (_letter(LetterKind.E_INVOICE_ASKED, event),)


@about_e_invoice.register
def _taken_back(event: EInvoiceTakenBack) -> tuple[Draft, ...]:
    return (_letter(LetterKind.E_INVOICE_TAKEN_BACK, event),)


@about_e_invoice.register
def _granted(event: EInvoiceGranted) -> tuple[Draft, ...]:
    return (_letter(LetterKind.E_INVOICE_GRANTED, event),)


def _letter(
    kind: LetterKind, event: EInvoiceAsked | EInvoiceTakenBack | EInvoiceGranted
) -> ToAccount:
    contract = ContractNumber(event.contract)
    return ToAccount(
        kind=kind,
        account=account_id(event.account),
        facts={
            "at": event.at,
            "contract": contract,
            "wanted": event.wanted,
            "reference": RequestReference.parse(event.reference) if event.reference else None,
        },
        while_seen=contract,
    )

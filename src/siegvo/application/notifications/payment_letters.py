"""Which fact about a change of payment mode is told to whom, by which letter."""

from functools import singledispatch

from siegvo.application.notifications.drafts import (
    AboutPaymentChange,
    Draft,
    LetterKind,
    ToAccount,
    account_id,
)
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.events import Event
from siegvo.domain.payments.events import (
    MandateLapsed,
    MandateRevoked,
    PaymentChangeApplied,
    PaymentChangeAsked,
    PaymentChangeCancelled,
    PaymentChangeConfirmed,
    PaymentChangeNoticed,
    PaymentChangeRefused,
)
from siegvo.domain.requests.reference import RequestReference

PaymentChangeEvent = (
    PaymentChangeAsked
    | PaymentChangeNoticed
    | PaymentChangeConfirmed
    | PaymentChangeApplied
    | PaymentChangeCancelled
    | PaymentChangeRefused
    | MandateRevoked
)


@singledispatch
def about_payment_change(event: Event) -> tuple[Draft, ...]:
    """Return the letters that `event` calls for; for many events, none."""
    del event
    return ()


@about_payment_change.register
def _asked(event: PaymentChangeAsked) -> tuple[Draft, ...]:
    return (_letter(LetterKind.PAYMENT_CHANGE_TO_CONFIRM, event),)


@about_payment_change.register
def _noticed(event: PaymentChangeNoticed) -> tuple[Draft, ...]:
    return (_letter(LetterKind.PAYMENT_CHANGE_NOTICED, event),)


@about_payment_change.register
def _confirmed(event: PaymentChangeConfirmed) -> tuple[Draft, ...]:
    return (_letter(LetterKind.PAYMENT_CHANGE_CONFIRMED, event),)


@about_payment_change.register
def _applied(event: PaymentChangeApplied) -> tuple[Draft, ...]:
    return (_letter(LetterKind.PAYMENT_CHANGE_APPLIED, event),)


@about_payment_change.register
def _cancelled(event: PaymentChangeCancelled) -> tuple[Draft, ...]:
    kind = LetterKind.PAYMENT_CHANGE_CANCELLED
    return (_letter(kind, event, has_lapsed=event.has_lapsed),)


@about_payment_change.register
def _refused(event: PaymentChangeRefused) -> tuple[Draft, ...]:
    return (_letter(LetterKind.PAYMENT_CHANGE_REFUSED, event, reason=event.reason),)


@about_payment_change.register
def _revoked(event: MandateRevoked) -> tuple[Draft, ...]:
    return (_letter(LetterKind.MANDATE_REVOKED, event),)


@about_payment_change.register
def _mandate_lapsed(event: MandateLapsed) -> tuple[Draft, ...]:
    contract = ContractNumber(event.contract)
    letter = ToAccount(
        kind=LetterKind.MANDATE_LAPSED,
        account=account_id(event.account),
        facts={"at": event.at, "contract": contract, "mandate": event.mandate},
        while_seen=contract,
    )
    return (letter,)


def _letter(kind: LetterKind, event: PaymentChangeEvent, **facts: object) -> AboutPaymentChange:
    return AboutPaymentChange(
        kind=kind,
        change=RequestReference.parse(event.reference),
        account=account_id(event.account),
        facts={"at": event.at, **facts},
    )

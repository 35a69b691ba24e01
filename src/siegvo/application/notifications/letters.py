"""Which fact is told to whom, by which letter.  No sentence here, and nothing is looked up."""

from functools import singledispatch

from siegvo.application.notifications.account_letters import about_account
from siegvo.application.notifications.drafts import (
    Draft,
    LetterKind,
    ToAccount,
    account_id,
)
from siegvo.application.notifications.e_invoice_letters import about_e_invoice
from siegvo.application.notifications.payment_letters import about_payment_change
from siegvo.application.notifications.request_letters import about_request
from siegvo.domain.billing.events import InvoicePaidOnline
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.events import ContractLinked, PayerLinkedElsewhere, PayerUnlinked
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.events import Event
from siegvo.domain.kernel.money import Money
from siegvo.domain.metering.events import (
    AbnormalConsumptionTold,
    ReadingReviewed,
    ReadingSeen,
    ReadingSubmitted,
)
from siegvo.domain.requests.events import LinkAsked, LinkTurnedDown
from siegvo.domain.requests.reference import RequestReference


@singledispatch
def letters_for(event: Event) -> tuple[Draft, ...]:
    """Return the letters that `event` calls for; for many events, none."""
    return (
        about_account(event)
        or about_request(event)
        or about_payment_change(event)
        or about_e_invoice(event)
    )


@letters_for.register
def _contract_linked(event: ContractLinked) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.CONTRACT_LINKED,
        account=account_id(event.account),
        facts={"at": event.at, "contract": ContractNumber(event.contract)},
        payer=PayerCode(event.payer),
    )
    return (letter,)


@letters_for.register
def _payer_linked_elsewhere(event: PayerLinkedElsewhere) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.PAYER_LINKED_ELSEWHERE,
        account=account_id(event.account),
        facts={"at": event.at},
        payer=PayerCode(event.payer),
    )
    return (letter,)


@letters_for.register
def _link_asked(event: LinkAsked) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.LINK_ASKED,
        account=account_id(event.account),
        facts={
            "at": event.at,
            "contract": ContractNumber(event.contract),
            "reference": RequestReference.parse(event.reference),
        },
    )
    return (letter,)


@letters_for.register
def _link_turned_down(event: LinkTurnedDown) -> tuple[Draft, ...]:
    refused = LetterKind.LINK_TURNED_DOWN
    letter = ToAccount(
        kind=LetterKind.LINK_DISPUTE_ANSWERED if event.is_dispute else refused,
        account=account_id(event.account),
        facts={"reference": RequestReference.parse(event.reference), "reason": event.reason},
    )
    return (letter,)


@letters_for.register
def _payer_unlinked(event: PayerUnlinked) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.PAYER_UNLINKED,
        account=account_id(event.account),
        facts={"at": event.at, "contract": ContractNumber(event.contract)},
    )
    return (letter,)


@letters_for.register
def _reading_submitted(event: ReadingSubmitted) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.READING_TO_REVIEW if event.to_review else LetterKind.READING_RECEIVED,
        account=account_id(event.account),
        facts={},
        reading=RequestReference.parse(event.reference),
    )
    return (letter,)


@letters_for.register
def _reading_reviewed(event: ReadingReviewed) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.READING_ACCEPTED if event.accepted else LetterKind.READING_REFUSED,
        account=account_id(event.account),
        facts={"reason": event.reason},
        reading=RequestReference.parse(event.reference),
    )
    return (letter,)


@letters_for.register
def _reading_seen(event: ReadingSeen) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.READING_SEEN,
        account=account_id(event.account),
        facts={},
        reading=RequestReference.parse(event.reference),
    )
    return (letter,)


@letters_for.register
def _abnormal_consumption_told(event: AbnormalConsumptionTold) -> tuple[Draft, ...]:
    contract = ContractNumber(event.contract)
    letter = ToAccount(
        kind=LetterKind.ABNORMAL_CONSUMPTION,
        account=account_id(event.account),
        facts={
            "contract": contract,
            "first": event.first,
            "last": event.last,
            "drawn": event.cubic_metres,
            "claim_by": event.claim_by,
            "is_comparable": event.is_comparable,
            "mean": event.mean_m3,
            "water_cap": event.water_cap_m3,
        },
        while_seen=contract,
    )
    return (letter,)


@letters_for.register
def _invoice_paid_online(event: InvoicePaidOnline) -> tuple[Draft, ...]:
    if event.account is None:
        return ()
    letter = ToAccount(
        kind=LetterKind.PAYMENT_RECEIVED,
        account=account_id(event.account),
        facts={
            "invoice": InvoiceNumber(event.invoice),
            "amount": Money(event.amount_cents),
            "paid_on": event.paid_on,
        },
    )
    return (letter,)

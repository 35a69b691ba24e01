"""Which fact is told to whom, by which letter.  No sentence here, and nothing is looked up."""

from collections.abc import Mapping
from enum import StrEnum
from functools import singledispatch
from uuid import UUID

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.events import RegistrationAsked, RegistrationOfKnownAddress
from siegvo.domain.accounts.registration import RegistrationId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.events import ContractLinked, PayerLinkedElsewhere
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.events import Event
from siegvo.domain.metering.events import ReadingReviewed, ReadingSeen, ReadingSubmitted
from siegvo.domain.requests.reference import RequestReference


class LetterKind(StrEnum):
    """The letters the portal writes; each value names the folder of its templates."""

    ACTIVATION = "activation"
    ACCOUNT_EXISTS = "account_exists"
    CONTRACT_LINKED = "contract_linked"
    PAYER_LINKED_ELSEWHERE = "payer_linked_elsewhere"
    READING_RECEIVED = "reading_received"
    READING_TO_REVIEW = "reading_to_review"
    READING_ACCEPTED = "reading_accepted"
    READING_REFUSED = "reading_refused"
    READING_SEEN = "reading_seen"


@attrs.frozen(kw_only=True)
class ToConfirm:
    """A letter with a link in it, for the mailbox that a registration must prove."""

    kind: LetterKind
    registration: RegistrationId


@attrs.frozen(kw_only=True)
class ToAccount:
    """A letter for the holder of an account, at the address they have when it leaves.

    `facts` are known already; what is said of `payer` or `reading` is looked up then.
    """

    kind: LetterKind
    account: AccountId
    facts: Mapping[str, object]
    payer: PayerCode | None = None
    reading: RequestReference | None = None


Draft = ToConfirm | ToAccount


@singledispatch
def letters_for(event: Event) -> tuple[Draft, ...]:
    """Return the letters that `event` calls for; for many events, none."""
    del event
    return ()


@letters_for.register
def _activation(event: RegistrationAsked) -> tuple[Draft, ...]:
    registration = RegistrationId(UUID(event.registration))
    return (ToConfirm(kind=LetterKind.ACTIVATION, registration=registration),)


@letters_for.register
def _account_exists(event: RegistrationOfKnownAddress) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.ACCOUNT_EXISTS, account=_account(event.account), facts={"at": event.at}
    )
    return (letter,)


@letters_for.register
def _contract_linked(event: ContractLinked) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.CONTRACT_LINKED,
        account=_account(event.account),
        facts={"at": event.at, "contract": ContractNumber(event.contract)},
        payer=PayerCode(event.payer),
    )
    return (letter,)


@letters_for.register
def _payer_linked_elsewhere(event: PayerLinkedElsewhere) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.PAYER_LINKED_ELSEWHERE,
        account=_account(event.account),
        facts={"at": event.at},
        payer=PayerCode(event.payer),
    )
    return (letter,)


@letters_for.register
def _reading_submitted(event: ReadingSubmitted) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.READING_TO_REVIEW if event.to_review else LetterKind.READING_RECEIVED,
        account=_account(event.account),
        facts={},
        reading=RequestReference.parse(event.reference),
    )
    return (letter,)


@letters_for.register
def _reading_reviewed(event: ReadingReviewed) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.READING_ACCEPTED if event.accepted else LetterKind.READING_REFUSED,
        account=_account(event.account),
        facts={"reason": event.reason},
        reading=RequestReference.parse(event.reference),
    )
    return (letter,)


@letters_for.register
def _reading_seen(event: ReadingSeen) -> tuple[Draft, ...]:
    letter = ToAccount(
        kind=LetterKind.READING_SEEN,
        account=_account(event.account),
        facts={},
        reading=RequestReference.parse(event.reference),
    )
    return (letter,)


def _account(text: str) -> AccountId:
    return AccountId(UUID(text))

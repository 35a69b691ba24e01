"""Events for tests: unremarkable until a test says otherwise."""

from datetime import datetime

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.events import RegistrationAsked, RegistrationOfKnownAddress
from siegvo.domain.accounts.registration import Registration
from siegvo.domain.contracts.events import ContractLinked, PayerLinkedElsewhere
from siegvo.domain.metering.events import ReadingReviewed, ReadingSeen, ReadingSubmitted
from siegvo.domain.metering.sent_reading import SentReading
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.contracts import CONTRACT, MARCHAL


def registration_asked(registration: Registration, *, at: datetime = NOON) -> RegistrationAsked:
    return RegistrationAsked(at=at, registration=str(registration.id))


def known_address(account: AccountId = ALICE, *, at: datetime = NOON) -> RegistrationOfKnownAddress:
    return RegistrationOfKnownAddress(at=at, account=str(account))


def contract_linked(account: AccountId = ALICE) -> ContractLinked:
    return ContractLinked(at=NOON, account=str(account), payer=str(MARCHAL), contract=str(CONTRACT))


def linked_elsewhere(account: AccountId = ALICE) -> PayerLinkedElsewhere:
    return PayerLinkedElsewhere(at=NOON, account=str(account), payer=str(MARCHAL))


def reading_submitted(sent: SentReading, *, to_review: bool = False) -> ReadingSubmitted:
    return ReadingSubmitted(
        at=NOON,
        reference=str(sent.reference),
        account=str(ALICE),
        contract=str(sent.contract),
        serial=sent.serial,
        cubic_metres=sent.reading.index.cubic_metres,
        taken_on=sent.reading.taken_on,
        to_review=to_review,
    )


def reading_reviewed(sent: SentReading, *, reason: str | None = None) -> ReadingReviewed:
    return ReadingReviewed(
        at=NOON,
        reference=str(sent.reference),
        account=str(ALICE),
        accepted=reason is None,
        reason=reason,
    )


def reading_seen(sent: SentReading) -> ReadingSeen:
    return ReadingSeen(at=NOON, reference=str(sent.reference), account=str(ALICE))

"""Events for tests: unremarkable until a test says otherwise."""

from datetime import date, datetime

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.events import (
    RegistrationAsked,
    RegistrationOfKnownAddress,
    SessionStolen,
    SignedInAfterFailures,
    SignedInOnNewDevice,
)
from siegvo.domain.accounts.registration import Registration
from siegvo.domain.billing.events import InvoicePaidOnline
from siegvo.domain.contracts.events import ContractLinked, PayerLinkedElsewhere, PayerUnlinked
from siegvo.domain.metering.events import (
    AbnormalConsumptionTold,
    ReadingReviewed,
    ReadingSeen,
    ReadingSubmitted,
)
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.domain.requests.events import LinkAsked, LinkTurnedDown
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.contracts import CONTRACT, MARCHAL

PLACE = "203.0.113.0/24"


def registration_asked(registration: Registration, *, at: datetime = NOON) -> RegistrationAsked:
    return RegistrationAsked(at=at, registration=str(registration.id))


def known_address(account: AccountId = ALICE, *, at: datetime = NOON) -> RegistrationOfKnownAddress:
    return RegistrationOfKnownAddress(at=at, account=str(account))


def new_device(account: AccountId = ALICE) -> SignedInOnNewDevice:
    return SignedInOnNewDevice(at=NOON, account=str(account), device="Firefox", place=PLACE)


def after_failures(account: AccountId = ALICE, *, failures: int = 7) -> SignedInAfterFailures:
    return SignedInAfterFailures(
        at=NOON, account=str(account), failures=failures, device="Firefox", place=PLACE
    )


def session_stolen(account: AccountId = ALICE) -> SessionStolen:
    return SessionStolen(at=NOON, account=str(account), device="Firefox", place=PLACE)


def contract_linked(account: AccountId = ALICE) -> ContractLinked:
    return ContractLinked(at=NOON, account=str(account), payer=str(MARCHAL), contract=str(CONTRACT))


def linked_elsewhere(account: AccountId = ALICE) -> PayerLinkedElsewhere:
    return PayerLinkedElsewhere(at=NOON, account=str(account), payer=str(MARCHAL))


def payer_unlinked(account: AccountId = ALICE) -> PayerUnlinked:
    return PayerUnlinked(at=NOON, account=str(account), payer=str(MARCHAL), contract=str(CONTRACT))


def link_asked(account: AccountId = ALICE) -> LinkAsked:
    return LinkAsked(
        at=NOON, reference="D-2026-000123", account=str(account), contract=str(CONTRACT)
    )


def link_turned_down(account: AccountId = ALICE, *, is_dispute: bool = False) -> LinkTurnedDown:
    return LinkTurnedDown(
        at=NOON,
        reference="D-2026-000123",
        account=str(account),
        reason="Non.",
        is_dispute=is_dispute,
    )


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


def invoice_paid_online(account: AccountId | None = ALICE) -> InvoicePaidOnline:
    return InvoicePaidOnline(
        at=NOON,
        reference="00000000-0000-4000-8000-000000004001",
        invoice="2026-EA-0018342",
        account=str(account) if account else None,
        amount_cents=16_910,
        paid_on=NOON.date(),
    )


def reading_seen(sent: SentReading) -> ReadingSeen:
    return ReadingSeen(at=NOON, reference=str(sent.reference), account=str(ALICE))


def abnormal_consumption_told(account: AccountId = ALICE) -> AbnormalConsumptionTold:
    return AbnormalConsumptionTold(
        at=NOON,
        account=str(account),
        contract=str(CONTRACT),
        first=date(2026, 5, 10),
        last=date(2026, 11, 9),
        cubic_metres=260,
        claim_by=date(2026, 12, 23),
        is_comparable=False,
        mean_m3=56,
        water_cap_m3=113,
    )

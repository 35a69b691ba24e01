"""Service requests for tests: unremarkable until a test says otherwise."""

from datetime import date, datetime

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.contracts import CONTRACT
from tests.support.meters import SERIAL


def a_request(
    rank: int = 1,
    *,
    account: AccountId = ALICE,
    contract: ContractNumber | None = CONTRACT,
    kind: RequestKind = RequestKind.READING,
    at: datetime = NOON,
) -> ServiceRequest:
    return ServiceRequest(
        reference=RequestReference(2026, rank),
        kind=kind,
        account=account,
        contract=contract,
        steps=(Step(state=RequestState.REGISTERED, at=at),),
    )


def a_sent_reading(
    rank: int = 1,
    *,
    index: int = 1247,
    on: str = "2026-11-22",
    review: Review = Review.NONE,
    serial: str = SERIAL,
    contract: ContractNumber = CONTRACT,
    exported_at: datetime | None = None,
    seen_at: datetime | None = None,
) -> SentReading:
    return SentReading(
        reference=RequestReference(2026, rank),
        contract=contract,
        serial=serial,
        reading=Reading(
            index=MeterIndex(index),
            taken_on=date.fromisoformat(on),
            source=ReadingSource.SUBSCRIBER,
        ),
        drawn_m3=47,
        review=review,
        exported_at=exported_at,
        seen_at=seen_at,
    )

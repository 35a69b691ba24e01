"""Meters, and the readings subscribers send, in memory."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import attrs

from siegvo.application.repositories.metering import SentReadingNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.sent_reading import Review, SentReading
from siegvo.domain.requests.reference import RequestReference
from tests.support.in_memory.requests import InMemoryRequests


@attrs.define
class InMemoryMeters:
    kept: dict[str, Meter] = attrs.Factory(dict)

    def serving(self, contract: ContractNumber) -> tuple[Meter, ...]:
        theirs = (each for each in self.kept.values() if each.contract == contract)
        return tuple(sorted(theirs, key=lambda each: (each.fitted.on, each.serial)))


@attrs.define
class InMemorySentReadings:
    requests: InMemoryRequests
    kept: dict[RequestReference, SentReading] = attrs.Factory(dict)

    def add(self, reading: SentReading) -> None:
        self.kept[reading.reference] = reading

    def of(self, reference: RequestReference) -> SentReading:
        if reference not in self.kept:
            raise SentReadingNotFound(reference)
        return self.kept[reference]

    def save(self, reading: SentReading) -> None:
        self.of(reading.reference)
        self.add(reading)

    def awaited_on(self, serial: str) -> tuple[SentReading, ...]:
        return self._awaited(lambda each: each.serial == serial)

    def awaited_by(self, account: AccountId, contract: ContractNumber) -> tuple[SentReading, ...]:
        return self._awaited(
            lambda each: (
                each.contract == contract and self.requests.of(each.reference).account == account
            )
        )

    def to_export(self, since: date | None) -> tuple[SentReading, ...]:
        def is_due(sent: SentReading) -> bool:
            left = sent.exported_at
            return left is None or (since is not None and _day(left) >= since)

        accepted = (each for each in self.kept.values() if each.is_accepted and is_due(each))
        return tuple(sorted(accepted, key=lambda each: (self._asked_at(each), each.reference)))

    def _asked_at(self, sent: SentReading) -> datetime:
        return self.requests.of(sent.reference).asked_at

    def unanswered(self) -> tuple[SentReading, ...]:
        """Return those that wait for the billing system, in the order of their references."""
        waiting = (
            each
            for each in self.kept.values()
            if _is_awaited(each) and not self.requests.of(each.reference).state.is_final
        )
        return tuple(sorted(waiting, key=lambda each: each.reference))

    def _awaited(self, is_wanted: Callable[[SentReading], bool]) -> tuple[SentReading, ...]:
        waiting = (each for each in self.kept.values() if _is_awaited(each) and is_wanted(each))
        return tuple(sorted(waiting, key=lambda each: (each.reading.taken_on, each.reference)))


def _is_awaited(sent: SentReading) -> bool:
    return sent.seen_at is None and sent.review not in {Review.REFUSED, Review.REPLACED}


def _day(moment: datetime) -> date:
    return moment.astimezone(ZoneInfo("Europe/Paris")).date()

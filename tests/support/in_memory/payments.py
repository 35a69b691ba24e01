"""Mandates, and changes of payment mode on their way, in memory."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import attrs

from siegvo.application.repositories.payments import (
    ChangeNotFound,
    KeptMandate,
    MandateNotFound,
    PaymentChangedMeanwhile,
)
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.payments.mandate import MandateReference
from siegvo.domain.requests.reference import RequestReference
from tests.support.in_memory.requests import InMemoryRequests

_PARIS = ZoneInfo("Europe/Paris")


@attrs.define
class InMemoryPaymentChanges:
    requests: InMemoryRequests
    kept: dict[RequestReference, PaymentChange] = attrs.Factory(dict)

    def add(self, change: PaymentChange) -> bool:
        if self.open_of(change.contract):
            return False
        self.kept[change.reference] = change
        return True

    def of(self, reference: RequestReference) -> PaymentChange:
        if reference not in self.kept:
            raise ChangeNotFound(reference)
        change = self.kept[reference]
        return attrs.evolve(change, account=self.requests.of(reference).account)

    def save(self, change: PaymentChange) -> None:
        known = self.kept.get(change.reference)
        if known is None or known.version != change.version:
            raise PaymentChangedMeanwhile(change.reference)
        self.kept[change.reference] = attrs.evolve(change, version=change.version + 1)

    def open_of(self, contract: ContractNumber) -> PaymentChange | None:
        theirs = (each for each in self.all() if each.contract == contract)
        return next((each for each in theirs if each.step.is_open), None)

    def due(self, *, now: datetime, asked_before: datetime) -> tuple[PaymentChange, ...]:
        return tuple(
            each
            for each in self.all()
            if (
                each.step is ChangeStep.CONFIRMED
                and each.due_at is not None
                and each.due_at <= now
                and not each.suspicions
            )
            or (each.step is ChangeStep.ASKED and each.asked_at <= asked_before)
        )

    def suspected(self) -> tuple[PaymentChange, ...]:
        return tuple(each for each in self.all() if each.suspicions and each.step.is_open)

    def to_export(self, since: date | None) -> tuple[PaymentChange, ...]:
        return tuple(each for each in self.all() if is_leaving(each, since))

    def awaiting_books(self) -> tuple[PaymentChange, ...]:
        return tuple(each for each in self.all() if each.step is ChangeStep.EXPORTED)

    def monthly(self) -> tuple[PaymentChange, ...]:
        last = {
            (each.contract, each.payer): each
            for each in self.all()
            if each.step is ChangeStep.APPLIED
            and each.after is PaymentMode.MONTHLY
            and each.debit_day is not None
        }
        return tuple(sorted(last.values(), key=_age))

    def monthly_of(self, contract: ContractNumber, payer: PayerCode) -> PaymentChange | None:
        theirs = (each for each in self.monthly() if each.contract == contract)
        return next((each for each in theirs if each.payer == payer), None)

    def all(self) -> tuple[PaymentChange, ...]:
        return tuple(sorted((self.of(each) for each in self.kept), key=_age))


@attrs.define
class InMemoryMandates:
    changes: InMemoryPaymentChanges
    kept: dict[MandateReference, KeptMandate] = attrs.Factory(dict)

    def add(self, mandate: KeptMandate) -> None:
        assert mandate.reference not in self.kept
        self.kept[mandate.reference] = mandate

    def of(self, reference: MandateReference) -> KeptMandate:
        if reference not in self.kept:
            raise MandateNotFound(reference)
        return self.kept[reference]

    def hold(self, reference: MandateReference) -> KeptMandate:
        return self.of(reference)

    def save(self, mandate: KeptMandate) -> None:
        self.kept[mandate.reference] = mandate

    def of_contract(self, contract: ContractNumber, payer: PayerCode) -> tuple[KeptMandate, ...]:
        theirs = (
            each for each in self.kept.values() if (each.contract, each.payer) == (contract, payer)
        )
        return tuple(sorted(theirs, key=lambda each: (each.evidence.at, each.reference)))

    def payers_of_account(self, fingerprints: Sequence[str]) -> frozenset[PayerCode]:
        return frozenset(
            each.payer
            for each in self.kept.values()
            if each.fingerprint in fingerprints and each.ended_on is None
        )

    def given_since(self, since: date | None) -> tuple[KeptMandate, ...]:
        known = {
            each.mandate
            for each in self.changes.all()
            if is_leaving(each, since)
            or (since is None and each.step in {ChangeStep.EXPORTED, ChangeStep.APPLIED})
        }
        return tuple(each for each in self._not_ended() if each.reference in known)

    def serving(self) -> tuple[KeptMandate, ...]:
        return tuple(each for each in self._not_ended() if each.activated_on is not None)

    def idle_since(self, day: date) -> tuple[KeptMandate, ...]:
        return tuple(each for each in self._not_ended() if _used(each) < day)

    def sealed_otherwise(
        self, mark: str, *, after: MandateReference | None, most: int
    ) -> tuple[MandateReference, ...]:
        old = (
            each.reference
            for each in self.kept.values()
            if not (each.sealed_iban.startswith(mark) and each.sealed_holder.startswith(mark))
        )
        return tuple(sorted(each for each in old if after is None or each > after)[:most])

    def _not_ended(self) -> list[KeptMandate]:
        alive = (each for each in self.kept.values() if each.ended_on is None)
        return sorted(alive, key=lambda each: each.reference)


def is_leaving(change: PaymentChange, since: date | None) -> bool:
    """Say whether a change is handed over: now for the first time, or again."""
    if change.step is ChangeStep.READY:
        return True
    if since is None or change.exported_at is None:
        return False
    left_on = datetime.combine(since, time.min, _PARIS)
    return (
        change.step in {ChangeStep.EXPORTED, ChangeStep.APPLIED} and change.exported_at >= left_on
    )


def _used(mandate: KeptMandate) -> date:
    used = mandate.last_collected_on or mandate.activated_on
    return used or mandate.evidence.at.date()


def _age(change: PaymentChange) -> tuple[datetime, RequestReference]:
    return change.asked_at, change.reference

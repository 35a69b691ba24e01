"""Payments on line, in memory."""

from collections.abc import Iterable
from datetime import datetime

import attrs

from siegvo.application.repositories.online_payments import PaymentNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.online_payment import OnlinePayment, PaymentChangedMeanwhile
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.policy import PAYMENT_LOOKS_APART


@attrs.define
class InMemoryOnlinePayments:
    kept: dict[PaymentReference, OnlinePayment] = attrs.Factory(dict)

    def add(self, attempt: OnlinePayment) -> bool:
        if any(each.state.is_open for each in self.of_invoice(attempt.invoice)):
            return False
        self.kept[attempt.reference] = attempt
        return True

    def of(self, reference: PaymentReference) -> OnlinePayment:
        if reference not in self.kept:
            raise PaymentNotFound(reference)
        return self.kept[reference]

    def begun_by(self, holder: AccountId, reference: PaymentReference) -> OnlinePayment:
        attempt = self.of(reference)
        if attempt.account != holder:
            raise PaymentNotFound(reference)
        return attempt

    def of_invoice(self, number: InvoiceNumber) -> tuple[OnlinePayment, ...]:
        attempts = [each for each in self.kept.values() if each.invoice == number]
        return tuple(sorted(attempts, key=lambda each: (each.opened_at, each.reference)))

    def latest(self, states: Iterable[PaymentState], *, most: int) -> tuple[OnlinePayment, ...]:
        wanted = set(states)
        attempts = [each for each in self.kept.values() if each.state in wanted]
        attempts.sort(key=lambda each: each.reference)
        attempts.sort(key=lambda each: each.opened_at, reverse=True)
        return tuple(attempts[:most])

    def save(self, attempt: OnlinePayment) -> None:
        known = self.kept.get(attempt.reference)
        if known is None or known.version != attempt.version:
            raise PaymentChangedMeanwhile(attempt.reference)
        self._keep(attempt)

    def claim(self, *, now: datetime, until: datetime) -> OnlinePayment | None:
        due = [
            (each.next_look_at, each.reference)
            for each in self.kept.values()
            if each.next_look_at and each.next_look_at <= now
        ]
        if not due:
            return None
        attempt = self.kept[min(due)[1]]
        return self._keep(attrs.evolve(attempt, next_look_at=until, looks=attempt.looks + 1))

    def called(self, idop: str) -> OnlinePayment | None:
        return next((each for each in self.kept.values() if each.idop == idop), None)

    def wake(self, idop: str, *, now: datetime) -> None:
        for attempt in list(self.kept.values()):
            is_fresh = attempt.looked_at and attempt.looked_at > now - PAYMENT_LOOKS_APART
            if attempt.idop == idop and attempt.state is not PaymentState.PAID and not is_fresh:
                self._keep(attrs.evolve(attempt, next_look_at=now))

    def disown(self, account: AccountId) -> None:
        for attempt in list(self.kept.values()):
            if attempt.account == account:
                self._keep(attrs.evolve(attempt, account=None))

    def _keep(self, attempt: OnlinePayment) -> OnlinePayment:
        advanced = attrs.evolve(attempt, version=attempt.version + 1)
        self.kept[attempt.reference] = advanced
        return advanced

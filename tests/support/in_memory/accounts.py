"""Accounts, attempts at opening one, and sessions, in memory."""

from datetime import datetime

import attrs

from siegvo.application.repositories.accounts import (
    AccountChangedMeanwhile,
    AccountNotFound,
    AddressTaken,
    RegistrationNotFound,
)
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.registration import Registration, RegistrationId
from siegvo.domain.accounts.session import Session
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.define
class InMemoryRegistrations:
    kept: dict[RegistrationId, Registration] = attrs.Factory(dict)

    def add(self, registration: Registration) -> None:
        self.kept[registration.id] = registration

    def of(self, registration: RegistrationId) -> Registration:
        if registration not in self.kept:
            raise RegistrationNotFound
        return self.kept[registration]

    def latest(self, email: EmailAddress) -> Registration | None:
        theirs = [each for each in self.kept.values() if each.email == email]
        return max(theirs, key=lambda each: (each.registered_at, each.id), default=None)

    def forget(self, email: EmailAddress) -> None:
        self._keep([each for each in self.kept.values() if each.email != email])

    def forget_older_than(self, moment: datetime) -> int:
        return self._keep([each for each in self.kept.values() if each.registered_at >= moment])

    def _keep(self, registrations: list[Registration]) -> int:
        forgotten = len(self.kept) - len(registrations)
        self.kept = {each.id: each for each in registrations}
        return forgotten


@attrs.define
class InMemoryAccounts:
    kept: dict[AccountId, Account] = attrs.Factory(dict)

    def add(self, account: Account) -> None:
        if self.with_email(account.email):
            raise AddressTaken(account.email)
        self.kept[account.id] = account

    def of(self, account: AccountId) -> Account:
        if account not in self.kept:
            raise AccountNotFound
        return self.kept[account]

    def with_email(self, email: EmailAddress) -> Account | None:
        return next((each for each in self.kept.values() if each.email == email), None)

    def save(self, account: Account) -> None:
        known = self.kept.get(account.id)
        if known is None or known.version != account.version:
            raise AccountChangedMeanwhile
        self.kept[account.id] = attrs.evolve(account, version=account.version + 1)


@attrs.define
class InMemorySessions:
    kept: dict[str, Session] = attrs.Factory(dict)

    def open(self, session: Session) -> None:
        self.kept[session.fingerprint] = session

    def of(self, fingerprint: str) -> Session | None:
        return self.kept.get(fingerprint)

    def save(self, session: Session) -> None:
        if known := self.of(session.fingerprint):
            self.open(attrs.evolve(known, seen_at=session.seen_at))

    def end(self, fingerprint: str) -> None:
        self.kept.pop(fingerprint, None)

    def end_all(self, account: AccountId) -> int:
        return self._keep([each for each in self.kept.values() if each.account != account])

    def forget_dead(self, now: datetime) -> int:
        return self._keep([each for each in self.kept.values() if each.is_alive(now)])

    def _keep(self, sessions: list[Session]) -> int:
        forgotten = len(self.kept) - len(sessions)
        self.kept = {each.fingerprint: each for each in sessions}
        return forgotten

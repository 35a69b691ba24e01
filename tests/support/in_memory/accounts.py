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
from siegvo.domain.accounts.session import Session, SessionFamily
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

    def waiting(self, email: EmailAddress) -> tuple[Registration, ...]:
        theirs = [each for each in self.kept.values() if each.email == email]
        return tuple(sorted(theirs, key=lambda each: (each.registered_at, each.id)))

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
        holder = self.with_email(account.email)
        if holder and holder.id != account.id:
            raise AddressTaken(account.email)
        self.kept[account.id] = attrs.evolve(account, version=account.version + 1)

    def hold(self, account: AccountId) -> Account:
        return self.of(account)

    def remove(self, account: AccountId) -> None:
        self.kept.pop(account, None)


@attrs.define
class InMemorySessions:
    kept: dict[str, Session] = attrs.Factory(dict)

    def open(self, session: Session) -> None:
        self.kept[session.fingerprint] = session

    def of(self, fingerprint: str) -> Session | None:
        return self.kept.get(fingerprint)

    def of_account(self, account: AccountId) -> tuple[Session, ...]:
        theirs = [
            each
            for each in self.kept.values()
            if each.account == account and each.replaced_at is None
        ]
        theirs.sort(key=lambda each: each.family)
        return tuple(sorted(theirs, key=lambda each: each.seen_at, reverse=True))

    def save(self, session: Session) -> None:
        if known := self.of(session.fingerprint):
            self.open(attrs.evolve(known, seen_at=session.seen_at))

    def replace(self, session: Session, *, by: Session, at: datetime) -> bool:
        known = self.of(session.fingerprint)
        if known is None or known.replaced_at:
            return False
        self.open(attrs.evolve(known, replaced_at=at))
        self.open(by)
        return True

    def end(self, session: Session) -> int:
        return self._end([each for each in self.kept.values() if each.family == session.family])

    def end_all(self, account: AccountId, *, but: SessionFamily | None = None) -> int:
        theirs = [each for each in self.kept.values() if each.account == account]
        return self._end([each for each in theirs if each.family != but])

    def end_beyond(self, account: AccountId, *, most: int) -> int:
        return sum(self.end(each) for each in self.of_account(account)[most:])

    def forget_dead(self, now: datetime) -> int:
        dead = [each for each in self.kept.values() if each.is_over(now)]
        self._end(dead)
        return len(dead)

    def _end(self, sessions: list[Session]) -> int:
        for each in sessions:
            del self.kept[each.fingerprint]
        return sum(each.replaced_at is None for each in sessions)

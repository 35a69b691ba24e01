"""Where accounts, the attempts at opening one, and their sessions are kept."""

from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.registration import Registration, RegistrationId
from siegvo.domain.accounts.session import Session
from siegvo.domain.errors import Conflict, NotFound
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class RegistrationNotFound(NotFound):
    """It was used, forgotten, or never made."""


@attrs.frozen
class AccountNotFound(NotFound):
    """No such account, or no longer."""


@attrs.frozen
class AddressTaken(Conflict):
    """The mailbox has an account already."""

    email: EmailAddress


@attrs.frozen
class AccountChangedMeanwhile(Conflict):
    """Somebody saved this account since it was read."""


class Registrations(Protocol):
    def add(self, registration: Registration) -> None: ...

    def of(self, registration: RegistrationId) -> Registration:
        """Return one attempt.

        Raises:
            RegistrationNotFound: there is no such attempt, or no longer.
        """

    def latest(self, email: EmailAddress) -> Registration | None:
        """Return the newest attempt of a mailbox, if one waits."""

    def forget(self, email: EmailAddress) -> None:
        """Drop every attempt of this mailbox: one of them became an account."""

    def forget_older_than(self, moment: datetime) -> int:
        """Drop the attempts nobody confirmed; return how many."""


class Accounts(Protocol):
    def add(self, account: Account) -> None:
        """Keep a new account.

        Raises:
            AddressTaken: its mailbox has one already.
        """

    def of(self, account: AccountId) -> Account:
        """Return one account.

        Raises:
            AccountNotFound: there is none.
        """

    def with_email(self, email: EmailAddress) -> Account | None:
        """Return the account of a mailbox, if it has one."""

    def save(self, account: Account) -> None:
        """Keep `account` as it now is.

        Raises:
            AccountChangedMeanwhile: someone saved it since it was read.
        """


class Sessions(Protocol):
    def open(self, session: Session) -> None: ...

    def of(self, fingerprint: str) -> Session | None: ...

    def save(self, session: Session) -> None:
        """Keep when it was last seen; a session that was ended meanwhile stays ended."""

    def end(self, fingerprint: str) -> None: ...

    def end_all(self, account: AccountId) -> int:
        """End every session of an account; return how many."""

    def forget_dead(self, now: datetime) -> int:
        """Drop the sessions that can no longer be used; return how many."""

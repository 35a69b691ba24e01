"""Where accounts, the attempts at opening one, and their sessions are kept."""

from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.registration import Registration, RegistrationId
from siegvo.domain.accounts.session import Session, SessionFamily
from siegvo.domain.errors import Conflict, NotFound
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class RegistrationNotFound(NotFound):
    """It was used, forgotten, or never made."""


@attrs.frozen
class AccountNotFound(NotFound):
    """No such account, or no longer."""


@attrs.frozen
class SessionNotFound(NotFound):
    """It has ended, or never was."""


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

    def waiting(self, email: EmailAddress) -> tuple[Registration, ...]:
        """Return every attempt of a mailbox, the oldest first."""

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
            AddressTaken: the mailbox it moves to has one already; nothing more can be done then.
        """

    def hold(self, account: AccountId) -> Account:
        """Return one account; nobody changes it, or adds to it, before the work ends.

        Raises:
            AccountNotFound: there is none.
        """

    def remove(self, account: AccountId) -> None:
        """Drop an account that nothing refers to any more."""


class Sessions(Protocol):
    """Those of one account are opened, renewed and ended one after the other, never at once."""

    def open(self, session: Session) -> None: ...

    def of(self, fingerprint: str) -> Session | None: ...

    def of_account(self, account: AccountId) -> tuple[Session, ...]:
        """Return the sessions of an account, without the replaced ones; the last used first."""

    def save(self, session: Session) -> None:
        """Keep when it was last seen; a session that was ended meanwhile stays ended."""

    def replace(self, session: Session, *, by: Session, at: datetime) -> bool:
        """Keep `by` in the place of `session`; say no if it was ended or replaced meanwhile."""

    def end(self, session: Session) -> int:
        """End the whole family of `session`; return how many were still in use."""

    def end_all(self, account: AccountId, *, but: SessionFamily | None = None) -> int:
        """End every session of an account, `but` perhaps one; return how many."""

    def end_beyond(self, account: AccountId, *, most: int) -> int:
        """Keep the `most` sessions last used of an account; return how many were ended."""

    def forget_dead(self, now: datetime) -> int:
        """Drop the sessions that can no longer be used; return how many."""

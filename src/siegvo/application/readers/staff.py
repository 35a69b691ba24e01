"""What staff look at to know how the portal is doing."""

from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen(kw_only=True)
class Counts:
    """How many of each thing the portal knows.

    `registrations` wait to be confirmed; `contracts` are numbers, `tenures` the periods of
    their payers; `letters_waiting` are events to be told, `letters_given_up` those that no
    retry will tell.
    """

    accounts: int
    registrations: int
    links: int
    contracts: int
    tenures: int
    payers: int
    meters: int
    readings: int
    sent_readings: int
    readings_to_review: int
    invoices: int
    invoice_lines: int
    collections: int
    requests: int
    letters_waiting: int
    letters_given_up: int


class Statistics(Protocol):
    def counts(self) -> Counts: ...


@attrs.frozen(kw_only=True)
class UntoldEvent:
    """An event still to be told, or given up when it has no `due_at`; `trouble` says why.

    `reference` or `account`, an identity, is what it is about, where it says so; `email` is
    the mailbox of that account, when it was looked up.
    """

    event: str
    at: datetime
    tries: int
    due_at: datetime | None
    trouble: str | None
    reference: str | None = None
    account: str | None = None
    email: EmailAddress | None = None


class UntoldEvents(Protocol):
    def oldest(self, *, most: int) -> tuple[UntoldEvent, ...]:
        """Return those that wait or were given up, the oldest first, `most` at the most."""

"""Events waiting to be told."""

from datetime import datetime
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.events import Event


@attrs.frozen(kw_only=True)
class Claimed:
    """An event one worker has taken for a while, and how often it was tried, this time included."""

    id: int
    event: Event
    tries: int


class Outbox(Protocol):
    def claim(self, *, owner: str, now: datetime, until: datetime) -> Claimed | None:
        """Take the oldest event that is due; no other worker gets it before `until`."""

    def told(self, claimed: Claimed, *, owner: str, at: datetime) -> None:
        """Keep that it was told and forget its facts.  Nothing if someone else took it since."""

    def put_off(self, claimed: Claimed, *, owner: str, until: datetime, why: str) -> None:
        """Leave it for later.  Nothing if someone else took it since."""

    def give_up(self, claimed: Claimed, *, owner: str, at: datetime, why: str) -> None:
        """Stop trying; staff will see it.  Nothing if someone else took it since."""

    def try_again(self, *, at: datetime) -> int:
        """Make everything that was given up due `at` that time, as if new; return how many."""

    def forget_account(self, account: AccountId) -> None:
        """Drop what was to be told about this account, given up or not; nobody will be told."""

    def forget_told_before(self, moment: datetime) -> int:
        """Drop what is left of the events told before `moment`; return how many."""

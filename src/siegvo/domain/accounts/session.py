"""Somebody signed in, on one device, for a while."""

from datetime import datetime, timedelta
from typing import NewType, Self
from uuid import UUID

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.device import device_name
from siegvo.domain.policy import (
    PROOF_LASTS,
    REMEMBERED_FOR,
    SEEN_EVERY,
    SESSION_IDLE,
    SESSION_LONGEST,
    SESSION_OVERLAP,
)

SessionFamily = NewType("SessionFamily", UUID)
"""What a session keeps of its own from sign-in to sign-out, whatever its cookie carries."""


@attrs.frozen(kw_only=True)
class Session:
    """A session, known by the SHA-256 of the random value its cookie carries.

    That value changes from time to time.  The one before is kept as replaced: good for the
    requests then under way, and a trap for whoever stole it.
    """

    fingerprint: str = attrs.field(repr=False)
    family: SessionFamily
    account: AccountId
    opened_at: datetime
    seen_at: datetime
    proved_at: datetime
    replaced_at: datetime | None = None
    is_remembered: bool = False
    device: str = ""
    device_key: str | None = attrs.field(default=None, repr=False)
    place: str = ""

    @classmethod
    def opened(
        cls,
        fingerprint: str,
        *,
        family: SessionFamily,
        account: AccountId,
        at: datetime,
        device: str = "",
        device_key: str | None = None,
        place: str = "",
        is_remembered: bool = False,
    ) -> Self:
        """Return a session that begins, its password just given; `device` as it names itself."""
        return cls(
            fingerprint=fingerprint,
            family=family,
            account=account,
            opened_at=at,
            seen_at=at,
            proved_at=at,
            is_remembered=is_remembered,
            device=device_name(device),
            device_key=device_key,
            place=place,
        )

    def is_over(self, now: datetime) -> bool:
        """Say whether it has come to its end, left alone or by its age."""
        if self.is_remembered:
            return now >= self.opened_at + REMEMBERED_FOR
        return now >= self.opened_at + SESSION_LONGEST or now >= self.seen_at + SESSION_IDLE

    def is_alive(self, now: datetime) -> bool:
        """Say whether it may still be used at `now`."""
        return not self.is_over(now) and not self._is_long_replaced(now)

    def is_replayed(self, now: datetime) -> bool:
        """Say whether whoever uses it now holds a value that its owner gave back."""
        return not self.is_over(now) and self._is_long_replaced(now)

    def lasts(self, now: datetime) -> timedelta | None:
        """Return how long a browser is to keep its cookie; nothing until it is closed."""
        return self.opened_at + REMEMBERED_FOR - now if self.is_remembered else None

    def wants_new_key(self, now: datetime) -> bool:
        """Say whether it was remembered through a pause that would have ended another."""
        return self.is_remembered and self.replaced_at is None and now - self.seen_at > SESSION_IDLE

    def is_proved(self, now: datetime) -> bool:
        """Say whether the password was given lately enough for what is serious."""
        return now - self.proved_at <= PROOF_LASTS

    def was_seen_lately(self, now: datetime) -> bool:
        """Say whether `seen_at` is fresh enough not to be written again."""
        return now - self.seen_at < SEEN_EVERY

    def seen(self, now: datetime) -> Self:
        """Return it as last used at `now`."""
        return attrs.evolve(self, seen_at=now)

    def renewed(self, fingerprint: str, *, at: datetime) -> Self:
        """Return it under another value."""
        return attrs.evolve(self, fingerprint=fingerprint, seen_at=at)

    def proved(self, fingerprint: str, *, at: datetime) -> Self:
        """Return it under another value, its password given once more."""
        return attrs.evolve(self.renewed(fingerprint, at=at), proved_at=at)

    def _is_long_replaced(self, now: datetime) -> bool:
        return self.replaced_at is not None and now > self.replaced_at + SESSION_OVERLAP

"""Somebody signed in, on one device, for a while."""

from datetime import datetime
from typing import Self

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.policy import REMEMBERED_FOR, SEEN_EVERY, SESSION_IDLE, SESSION_LONGEST

_LONGEST_DEVICE = 200


@attrs.frozen(kw_only=True)
class Session:
    """A session, known by the SHA-256 of the random value its cookie carries."""

    fingerprint: str = attrs.field(repr=False)
    account: AccountId
    opened_at: datetime
    seen_at: datetime
    is_remembered: bool = False
    device: str = ""

    @classmethod
    def opened(
        cls, fingerprint: str, *, account: AccountId, at: datetime, device: str, is_remembered: bool
    ) -> Self:
        """Return a session that begins; of what `device` says of itself, what can be printed."""
        printable = "".join(sign for sign in device if sign.isprintable())
        return cls(
            fingerprint=fingerprint,
            account=account,
            opened_at=at,
            seen_at=at,
            is_remembered=is_remembered,
            device=printable[:_LONGEST_DEVICE],
        )

    def is_alive(self, now: datetime) -> bool:
        """Say whether it may still be used at `now`."""
        if self.is_remembered:
            return now < self.opened_at + REMEMBERED_FOR
        return now < self.opened_at + SESSION_LONGEST and now < self.seen_at + SESSION_IDLE

    def was_seen_lately(self, now: datetime) -> bool:
        """Say whether `seen_at` is fresh enough not to be written again."""
        return now - self.seen_at < SEEN_EVERY

    def seen(self, now: datetime) -> Self:
        """Return it as last used at `now`."""
        return attrs.evolve(self, seen_at=now)

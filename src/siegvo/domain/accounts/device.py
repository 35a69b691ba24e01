"""A browser that an account was opened with before."""

from datetime import datetime

import attrs

from siegvo.domain.accounts.account_id import AccountId

_LONGEST_NAME = 200


def device_name(text: str) -> str:
    """Keep, of what a browser says of itself, what can be printed."""
    return "".join(sign for sign in text if sign.isprintable())[:_LONGEST_NAME]


@attrs.frozen(kw_only=True)
class Device:
    """Known by the SHA-256 of a random value that outlives its sessions.

    It opens nothing.  It tells the owner from strangers when somebody tries passwords.
    """

    fingerprint: str = attrs.field(repr=False)
    account: AccountId
    name: str = attrs.field(converter=device_name)
    first_seen_at: datetime
    last_seen_at: datetime

"""Security keys that nobody can guess."""

import secrets
from typing import Final

from siegvo.domain.contracts.security_key import SecurityKey

_SIGNS: Final = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Thirty-two, without those that are read alike on paper."""
_LENGTH: Final = 8


def new_security_key() -> SecurityKey:
    """Draw one: forty bits."""
    return SecurityKey("".join(secrets.choice(_SIGNS) for _ in range(_LENGTH)))

"""Identities out of the operating system's randomness."""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """Draw 122 random bits: `NewId`."""
    return uuid4()

"""Hashes that only the holder of our key can make."""

from typing import Protocol


class KeyedHash(Protocol):
    def of(self, purpose: str, *parts: str) -> str:
        """Return the hash of `parts` for this `purpose`, under the current key."""

    def is_current(self, stored: str) -> bool:
        """Say whether `stored` was made under the current key: an older one is going away."""

    def matches(self, stored: str, purpose: str, *parts: str) -> bool:
        """Say whether `stored` is the hash of `parts`, under whichever key made it."""

"""What must not be read in a stolen database: sealed, each to its own place."""

from typing import Protocol

import attrs

from siegvo.application.ports.unavailable import Unavailable


class SealBroken(Unavailable):
    """What lies there was sealed for another place, was altered, or its key is gone."""


@attrs.frozen(kw_only=True)
class Place:
    """Where a sealed value lies: moved elsewhere, it does not open."""

    table: str
    column: str
    row: str


class Vault(Protocol):
    def seal(self, secret: str, *, place: Place) -> str:
        """Return `secret` as only we can read it, and only in that place."""

    def open(self, sealed: str, *, place: Place) -> str:
        """Return what was sealed for that place.

        Raises:
            SealBroken: it was not, or its key is gone.
        """

    def is_current(self, sealed: str) -> bool:
        """Say whether it was sealed with the current key: an older one is going away."""

    @property
    def mark(self) -> str:
        """What every value begins by that the current key sealed, and no other."""

    def fingerprints(self, secret: str) -> tuple[str, ...]:
        """Return what tells equal secrets without opening any: one for each key, newest first.

        The first is the one to keep; a secret kept before may bear one of the others.
        """

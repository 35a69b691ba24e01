"""Passwords, hashed and guessed at."""

from typing import Protocol

import attrs

from siegvo.domain.accounts.password import Password


@attrs.frozen
class Verdict:
    """Whether a password is the one that was hashed; a fresher hash when there is one to keep."""

    is_right: bool
    fresher_hash: str | None = attrs.field(default=None, repr=False)


class Hasher(Protocol):
    def hash(self, password: Password) -> str:
        """Hash it, in about a quarter of a second; never inside a transaction.

        Raises:
            HasherBusy: every place is taken.
        """

    def verify(self, password: Password, stored: str | None) -> Verdict:
        """Compare, at the same cost whether `stored` is right, wrong, broken or absent.

        Raises:
            HasherBusy: every place is taken.
        """


class Guesser(Protocol):
    def guesses(self, password: Password, words: tuple[str, ...]) -> bool:
        """Say whether a clever guesser who knows `words` would find `password`."""

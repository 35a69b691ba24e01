"""A clever guesser: zxcvbn, and what it does not know of this place."""

import re
from collections.abc import Iterable
from threading import Lock
from typing import Final

import attrs

from siegvo.adapters.security.local_words import FRENCH, PLACES, SERVICE
from siegvo.domain.accounts.password import Password

_STRONG: Final = 3

# zxcvbn refuses more than 72 characters, and its time grows with their square (0.2 s for
# the worst 24, 1.7 s for the worst 72): long passwords are judged a stretch at a time.
_STRETCH: Final = 24

_SHORTEST_WORD: Final = 3
_LEAST_OWN: Final = 5


@attrs.frozen
class ZxcvbnGuesser:
    """`Guesser`: finds a password unless some stretch of it scores 3 out of 4, or more.

    `words` are what everybody around here knows: the utility, its towns.
    """

    words: tuple[str, ...] = (*SERVICE.split(), *PLACES.split())
    # zxcvbn keeps the words of a call in a module variable: one call at a time.
    _turn: Lock = attrs.field(factory=Lock, init=False, eq=False, repr=False)

    def guesses(self, password: Password, words: tuple[str, ...]) -> bool:
        known = [word.lower() for word in (*words, *self.words, *FRENCH.split())]
        return _is_made_of(known, password.text.lower()) or not any(
            self._resists(stretch, known) for stretch in _stretches(_said_once(password.text))
        )

    def _resists(self, stretch: str, known: list[str]) -> bool:
        # Slow to import, and only needed where a password is chosen.
        from zxcvbn import zxcvbn  # noqa: PLC0415

        with self._turn:
            return zxcvbn(stretch, known)["score"] >= _STRONG


def _is_made_of(known: Iterable[str], text: str) -> bool:
    """Say whether hardly anything is left without known words, years, postcodes and signs.

    zxcvbn thinks highly of `siegvo-eau-2026`: it counts how many pieces, not which.
    """
    words = sorted({word for word in known if len(word) >= _SHORTEST_WORD}, key=len, reverse=True)
    unsaid = re.sub("|".join(map(re.escape, words)), " ", text) if words else text
    unsaid = re.sub(r"(?<![0-9])[0-9]{1,5}(?![0-9])|[\W_]", "", unsaid)
    return len(unsaid) < _LEAST_OWN


def _said_once(text: str) -> str:
    """Return what is said over and over, capitals or not; all of it where nothing is.

    Cut in stretches, `123456123456...` would come to pass for so many strange numbers.
    """
    plain = text.casefold()
    for length in range(1, len(plain) // 2 + 1):
        if plain == (plain[:length] * (len(plain) // length + 1))[: len(plain)]:
            return text[:length]
    return text


def _stretches(text: str) -> tuple[str, ...]:
    return tuple(text[start : start + _STRETCH] for start in range(0, len(text), _STRETCH))

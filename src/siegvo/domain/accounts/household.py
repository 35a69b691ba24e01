"""The words a household is known by, which somebody who knows it would try first."""

import re
import unicodedata
from collections.abc import Iterable

_SHORTEST = 3


def household_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of those texts, each once, without case; with accents and without."""
    words = {
        word
        for text in texts
        for writing in (text.casefold(), _plain(text.casefold()))
        for word in re.findall(r"\w+", writing)
        if len(word) >= _SHORTEST
    }
    return tuple(sorted(words))


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))

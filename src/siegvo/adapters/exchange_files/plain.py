"""Text as it is compared: without accents, case, or blanks at its ends."""

import unicodedata
from typing import Final

BLANKS: Final = " \t\u00a0\u2007\u202f\ufeff"


def plain(text: str) -> str:
    """Return `Collectivité ` as `collectivite`."""
    apart = unicodedata.normalize("NFKD", text.strip(BLANKS))
    return "".join(each for each in apart if not unicodedata.combining(each)).casefold()

"""The number of a bank account, as banks write it to one another (ISO 13616)."""

import re
from typing import Final, Self

import attrs

from siegvo.domain.errors import Invalid

_SHAPE: Final = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")
_AROUND: Final = re.compile("[\\s.\u00ad\u200b\u2010-\u2015\u2212\ufeff-]+")
_BEFORE: Final = re.compile("^IBAN:?")
_HIDDEN: Final = "\u2022" * 4
_LEAST_CHECK: Final = 2
_MOST_CHECK: Final = 98


class InvalidIban(Invalid):
    """Not an account that can be debited.  Its kinds tell why, never the number itself."""


@attrs.frozen
class NotAnIban(InvalidIban):
    """Something else than a country, two digits, then letters and digits as that country wants."""


@attrs.frozen
class UnknownCountry(InvalidIban):
    """No bank account begins like this: the two letters name no country that has IBANs."""

    country: str


@attrs.frozen
class OutsideSepa(InvalidIban):
    """A direct debit in euros does not reach this country."""

    country: str


@attrs.frozen(kw_only=True)
class WrongLength(InvalidIban):
    """The IBANs of `country` have `expected` letters and digits; `found` were given."""

    country: str
    expected: int
    found: int


@attrs.frozen(kw_only=True)
class TooShort(WrongLength):
    """Some are missing."""


@attrs.frozen(kw_only=True)
class TooLong(WrongLength):
    """Some are too many."""


@attrs.frozen
class WrongChecksum(InvalidIban):
    """The two digits behind the country do not fit the rest: one of them was mistyped."""


@attrs.frozen
class WrongRibKey(InvalidIban):
    """The key inside the national number (in France, that of the RIB) does not fit the rest."""


@attrs.frozen
class CreditorsOwn(InvalidIban):
    """The account of the utility itself: nobody is debited to whom they pay."""


@attrs.frozen(repr=False)
class Iban:
    """A country, two check digits (ISO 7064, mod 97-10), and the account as its country numbers it.

    Whether that country has such accounts, only a bank knows: ask `Banks`.  It is never written
    whole by chance: `str` and `repr` mask it, `text` is the only way to have it.
    """

    text: str = attrs.field()

    @text.validator
    def _sound(self, _: object, text: str) -> None:
        if not (_SHAPE.fullmatch(text) and _fits(text)):
            message = "not an IBAN"
            raise ValueError(message)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what a person copied: blanks, dashes and lower case are forgiven.

        Raises:
            NotAnIban: it does not look like one.
            WrongChecksum: it does, with a mistake in it.
        """
        read = unspaced(text)
        if not _SHAPE.fullmatch(read):
            raise NotAnIban
        if not _fits(read):
            raise WrongChecksum
        return cls(read)

    @property
    def country(self) -> str:
        """Return the two letters of its country (ISO 3166)."""
        return self.text[:2]

    @property
    def last_three(self) -> str:
        """Return what tells the accounts of one person apart."""
        return self.text[-3:]

    @property
    def masked(self) -> str:
        """Return what may be shown: `FR76`, then dots, then the last three."""
        return f"{self.text[:4]} {_HIDDEN} {_HIDDEN} {self.last_three}"

    def __str__(self) -> str:
        return self.masked

    def __repr__(self) -> str:
        return f"Iban({self.masked})"


def unspaced(text: str) -> str:
    """Return what was typed without what stands between its letters and digits, in capitals."""
    read = _AROUND.sub("", text)
    return _BEFORE.sub("", read.upper()) if read.isascii() else read


def _fits(text: str) -> bool:
    """Say whether the check digits are those that ISO 7064 gives: 02 to 98, one for each rest."""
    moved = text[4:] + text[:4]
    return (
        _LEAST_CHECK <= int(text[2:4]) <= _MOST_CHECK
        and int("".join(str(int(sign, base=36)) for sign in moved)) % 97 == 1
    )

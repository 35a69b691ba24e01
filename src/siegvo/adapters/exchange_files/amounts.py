"""How amounts and exact numbers are read."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from siegvo.adapters.exchange_files.cells import Read, filled, shown
from siegvo.adapters.exchange_files.harmless import disarmed
from siegvo.application.ports.billing_faults import NotADecimal, NotAnAmount, NotARate, NotAVolume
from siegvo.domain.errors import Invalid
from siegvo.domain.kernel.money import Money

_CENTS: Final = 2
_ONE_BLANK: Final = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))
_NUMBER: Final = re.compile(
    r"(?P<sign>[-\u2212]?) ?(?P<whole>[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,](?P<parts>[0-9]+))?"
)

Fault = Callable[[str], Invalid]


def amount(column: str) -> Read[Money]:
    """Read `1 234,56` or `1234.56`, below zero or not; never a third decimal."""

    def fault(given: str) -> Invalid:
        return NotAnAmount(column=column, given=given)

    read_exactly = _exact(column, digits=7, places=_CENTS, fault=fault)

    def read(cell: str) -> Money:
        return Money(int(read_exactly(cell).scaleb(_CENTS)))

    return read


def decimal(column: str, *, digits: int, places: int) -> Read[Decimal]:
    """Read an exact number; zeros behind its decimals are dropped."""

    def fault(given: str) -> Invalid:
        return NotADecimal(column=column, given=given, places=places)

    return _exact(column, digits=digits, places=places, fault=fault, forgives_zeros=True)


def rate(column: str) -> Read[Decimal]:
    """Read a rate from 0 to 100 per cent, with two decimals at the most."""

    def fault(given: str) -> Invalid:
        return NotARate(column=column, given=given)

    read_exactly = _exact(column, digits=3, places=2, fault=fault, forgives_zeros=True)

    def read(cell: str) -> Decimal:
        found = read_exactly(cell)
        if not 0 <= found <= 100:  # noqa: PLR2004 (per cent)
            raise fault(shown(cell))
        return found

    return read


def volume(column: str) -> Read[int]:
    """Read whole cubic metres, below zero when they are given back."""

    def fault(given: str) -> Invalid:
        return NotAVolume(column=column, given=given)

    read_exactly = _exact(column, digits=7, places=0, fault=fault, forgives_zeros=True)

    def read(cell: str) -> int:
        return int(read_exactly(cell))

    return read


def _exact(
    column: str, *, digits: int, places: int, fault: Fault, forgives_zeros: bool = False
) -> Read[Decimal]:
    """Read a number of so many digits before and `places` after the comma."""

    def read(cell: str) -> Decimal:
        typed = disarmed(filled(column, cell)).translate(_ONE_BLANK)
        found = _NUMBER.fullmatch(typed)
        if found is None:
            raise fault(shown(typed))
        whole = found["whole"].replace(" ", "").lstrip("0") or "0"
        written = found["parts"] or ""
        parts = written.rstrip("0")
        if len(whole) > digits or len(parts if forgives_zeros else written) > places:
            raise fault(shown(typed))
        number = Decimal(f"{whole}.{parts}" if parts else whole)
        return -number if found["sign"] and number else number

    return read

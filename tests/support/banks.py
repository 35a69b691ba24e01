"""A handful of banks, for tests that are not about them."""

import re
from typing import Final

import attrs

from siegvo.application.ports.banks import CheckedIban
from siegvo.domain.payments.iban import (
    CreditorsOwn,
    Iban,
    NotAnIban,
    OutsideSepa,
    TooLong,
    TooShort,
    UnknownCountry,
    WrongRibKey,
    unspaced,
)

_LENGTHS: Final = {"BE": 16, "BR": 29, "DE": 22, "FR": 27}
_OUTSIDE: Final = frozenset({"BR"})
_BANKS: Final = {
    "20041": ("PSSTFRPP", "LA BANQUE POSTALE"),
    "37040044": ("COBADEFFXXX", "Commerzbank"),
}
_FRENCH: Final = re.compile(
    r"FR\d{2}(?P<bank>\d{5})(?P<branch>\d{5})(?P<account>.{11})(?P<key>\d\d)"
)
_LETTERS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")


@attrs.frozen
class FewBanks:
    """`Banks` of four countries; of Germany and France it knows one bank each."""

    own: frozenset[Iban] = frozenset()

    def check(self, text: str) -> CheckedIban:
        typed = unspaced(text)
        if not re.fullmatch(r"[A-Z]{2}\d*|[A-Z]{2}\d\d[A-Z0-9]*", typed):
            raise NotAnIban
        _check_country(typed)
        iban = Iban.parse(typed)
        _check_key(iban)
        if iban in self.own:
            raise CreditorsOwn
        known = (bank for code, bank in _BANKS.items() if typed[4:].startswith(code))
        bic, name = next(known, (None, None))
        return CheckedIban(iban=iban, bic=bic, bank_name=name)


def _check_country(typed: str) -> None:
    country, found = typed[:2], len(typed)
    if country not in _LENGTHS:
        raise UnknownCountry(country)
    if country in _OUTSIDE:
        raise OutsideSepa(country)
    expected = _LENGTHS[country]
    if found != expected:
        error = TooShort if found < expected else TooLong
        raise error(country=country, expected=expected, found=found)


def _check_key(iban: Iban) -> None:
    if iban.country != "FR":
        return
    parts = _FRENCH.fullmatch(iban.text)
    if parts is None:
        raise NotAnIban
    account = int(parts["account"].translate(_LETTERS))
    rest = (89 * int(parts["bank"]) + 15 * int(parts["branch"]) + 3 * account) % 97
    if int(parts["key"]) != 97 - rest:
        raise WrongRibKey

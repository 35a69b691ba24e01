"""What schwifty's register knows of an account; importing it costs half a second."""

import re
from typing import Final

from schwifty import IBAN
from schwifty.checksum import algorithms
from schwifty.domain import Component, IBANSpec
from schwifty.exceptions import InvalidBBANChecksum, InvalidCountryCode
from schwifty.registry import get_iban_spec

from siegvo.application.ports.banks import CheckedIban
from siegvo.domain.payments.iban import (
    Iban,
    NotAnIban,
    OutsideSepa,
    TooLong,
    TooShort,
    UnknownCountry,
    WrongRibKey,
    unspaced,
)

_BEGUN: Final = re.compile(r"[A-Z]{2}(?:[0-9]{0,2}|[0-9]{2}[A-Z0-9]+)")
_UNDER_ANOTHERS: Final = frozenset(
    {
        *("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"),
        *("GG", "IM", "JE"),
        "AX",
    }
)
"""Places whose accounts begin with FR, GB and FI, and which the register lists all the same."""
_JOINED_LATELY: Final = frozenset({"AL", "MD", "ME", "MK", "RS"})
"""Countries of SEPA since October 2025, and May 2026 for Serbia; the register does not know yet."""


def checked(text: str) -> CheckedIban:
    """Read what a person typed as a bank would; see `Banks`."""
    typed = unspaced(text)
    if not _BEGUN.fullmatch(typed):
        raise NotAnIban
    _check_shape(typed, _spec(typed[:2]))
    iban = Iban.parse(typed)
    found = IBAN(iban.text)
    _check_key(found)
    return CheckedIban(
        iban=iban,
        bic=str(found.bic) if found.bic else None,
        bank_name=found.bank_name or None,
    )


def _spec(country: str) -> IBANSpec:
    try:
        spec = get_iban_spec(country)
    except InvalidCountryCode:
        raise UnknownCountry(country) from None
    if country in _UNDER_ANOTHERS:
        raise UnknownCountry(country)
    if not (spec.in_sepa_zone or country in _JOINED_LATELY):
        raise OutsideSepa(country)
    return spec


def _check_shape(typed: str, spec: IBANSpec) -> None:
    missing = spec.iban_length - len(typed)
    if missing:
        error = TooShort if missing > 0 else TooLong
        raise error(country=spec.country, expected=spec.iban_length, found=len(typed))
    if not spec.regex.match(typed[4:]):
        raise NotAnIban


def _check_key(found: IBAN) -> None:
    """Verify the key inside the number, where schwifty knows how that country makes it."""
    where = found.spec.positions.get(Component.NATIONAL_CHECKSUM_DIGITS)
    if where and not where.is_empty and f"{found.country_code}:default" not in algorithms:
        return
    try:
        found.bban.validate_national_checksum()
    except InvalidBBANChecksum:
        raise WrongRibKey from None

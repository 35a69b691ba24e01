"""What the simulator refuses, as PayFiP would: the guide's codes, and its words."""

import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs


@attrs.frozen
class Refused(Exception):
    """A field that cannot be; `code` and `words` go into the fault."""

    code: str
    words: str


_LEAST_CENTS: Final = 100
_TOO_MANY_CENTS: Final = 10_000_000


def _is(pattern: str) -> Callable[[str], bool]:
    shape = re.compile(pattern)
    return lambda text: bool(shape.fullmatch(text))


_RULES: Final[tuple[tuple[str, str, str, Callable[[str], bool]], ...]] = (
    ("S1", "Mode de saisie invalide", "saisie", _is("[TXW]")),
    ("T1", "Numéro de client invalide", "numcli", _is("[0-9]{6}")),
    ("E1", "Exercice invalide", "exer", _is("[0-9]{4}")),
    ("R3", "Format de REFDET non conforme", "refdet", _is("[A-Za-z0-9]{1,30}")),
    ("O1", "Format de OBJET non conforme", "objet", _is("[A-Za-z0-9 ]{0,100}")),
    ("M1", "Format de MONTANT non conforme", "montant", _is("[0-9]{1,11}")),
    ("M3", "MONTANT inférieur à 1 euro", "montant", lambda text: int(text) >= _LEAST_CENTS),
    ("M5", "MONTANT trop élevé", "montant", lambda text: int(text) < _TOO_MANY_CENTS),
    ("A2", "Adresse MEL incorrecte", "mel", _is(r"(?=.{6,80}$)[^@\s]+@[^@\s]+")),
    ("N1", "URLNOTIF non valide", "urlnotif", _is(r"(?=.{1,250}$)https?://\S+")),
    ("D1", "URLREDIRECT non valide", "urlredirect", _is(r"(?=.{1,250}$)https?://\S+")),
)


def check(fields: Mapping[str, str]) -> None:
    """Look at each field of `creerPaiementSecurise`.

    Raises:
        Refused: the first that cannot be.
    """
    for code, words, name, holds in _RULES:
        if not holds(fields.get(name.lower(), "")):
            raise Refused(code, words)

"""What PayFiP wants of each field; it is refused here as the service itself would refuse it."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from siegvo.application.ports.treasury import PaymentOrder, TreasuryRefused
from siegvo.domain.policy import ONLINE_PAYMENT_LEAST_CENTS, ONLINE_PAYMENT_MOST_CENTS

_REFERENCE: Final = re.compile(r"[A-Za-z0-9]{1,30}")
_YEAR: Final = re.compile(r"[0-9]{4}")
_MAILBOX: Final = re.compile(r"[^@\s]+@[^@\s]+")
_ADDRESS: Final = re.compile(r"https?://[\x21-\x7e]+")
_IDOP: Final = re.compile(r"[A-Za-z0-9-]{1,64}")

_LONGEST_SUBJECT: Final = 100
_MAILBOX_LENGTHS: Final = range(6, 81)
_LONGEST_ADDRESS: Final = 250


def fields_of(order: PaymentOrder, *, client: str, mode: str) -> Mapping[str, str]:
    """Write an order as `creerPaiementSecurise` takes it, in the order of its schema.

    Raises:
        TreasuryRefused: the service would refuse it; the code is its own.
    """
    fields = {
        "exer": str(order.fiscal_year),
        "mel": order.email.text,
        "montant": str(order.amount.cents),
        "numcli": client,
        "objet": subject(order.subject),
        "refdet": order.reference,
        "saisie": mode,
        "urlnotif": order.notification_url,
        "urlredirect": order.return_url,
    }
    _check(fields, cents=order.amount.cents)
    return {name: text for name, text in fields.items() if text}


def _check(fields: Mapping[str, str], *, cents: int) -> None:
    faults = {
        "E1": not _YEAR.fullmatch(fields["exer"]),
        "A2": not _MAILBOX.fullmatch(fields["mel"]) or len(fields["mel"]) not in _MAILBOX_LENGTHS,
        "M3": cents < ONLINE_PAYMENT_LEAST_CENTS,
        "M5": cents > ONLINE_PAYMENT_MOST_CENTS,
        "R3": not _REFERENCE.fullmatch(fields["refdet"]),
        "N1": not _is_address(fields["urlnotif"]),
        "D1": not _is_address(fields["urlredirect"]),
    }
    for code, is_wrong in faults.items():
        if is_wrong:
            raise TreasuryRefused(code)


def subject(text: str) -> str:
    """Write `text` as `objet` may hold it: letters without accents, digits, blanks, 100 at most."""
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
    unaccented = "".join(each for each in plain if not unicodedata.combining(each))
    kept = re.sub(r"[^A-Za-z0-9]+", " ", unaccented).strip()
    return kept[:_LONGEST_SUBJECT].rstrip()


def is_idop(text: str) -> bool:
    """Say whether `text` could be the name of an operation, safe in an address and an envelope."""
    return bool(_IDOP.fullmatch(text))


def _is_address(text: str) -> bool:
    return len(text) <= _LONGEST_ADDRESS and bool(_ADDRESS.fullmatch(text))

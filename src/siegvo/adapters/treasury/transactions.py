"""What PayFiP says of an operation that is over."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

from siegvo.adapters.treasury.envelope import Unreadable
from siegvo.adapters.treasury.fields import is_idop
from siegvo.domain.billing.treasury_answer import Transaction, TreasuryResult
from siegvo.domain.kernel.money import Money

PARIS: Final = ZoneInfo("Europe/Paris")

RESULTS: Final[Mapping[str, TreasuryResult]] = {
    "P": TreasuryResult.PAID_BY_CARD,
    "V": TreasuryResult.PAID_BY_DEBIT,
    "R": TreasuryResult.CARD_REFUSED,
    "Z": TreasuryResult.DEBIT_REFUSED,
    "A": TreasuryResult.ABANDONED,
}

_DAY: Final = re.compile(r"[0-9]{8}")
_HOUR: Final = re.compile(r"[0-9]{4}")
_CENTS: Final = re.compile(r"[0-9]{1,11}")
_YEAR: Final = re.compile(r"[0-9]{4}")


def transaction(fields: Mapping[str, str]) -> Transaction:
    """Read the fields of `recupererDetailPaiementSecurise`.

    Raises:
        Unreadable: one is missing, or makes no sense.
    """
    try:
        return _transaction(fields)
    except (KeyError, ValueError) as error:
        raise Unreadable from error


def _transaction(fields: Mapping[str, str]) -> Transaction:
    if not is_idop(fields["idop"]):
        raise ValueError
    return Transaction(
        idop=fields["idop"],
        reference=fields["refdet"],
        fiscal_year=int(_shaped(_YEAR, fields["exer"])),
        amount=Money(int(_shaped(_CENTS, fields["montant"]))),
        client=fields["numcli"],
        result=RESULTS[fields["resultrans"]],
        at=moment(fields["dattrans"], fields["heurtrans"]),
        mode=fields["saisie"],
    )


def moment(day: str, hour: str) -> datetime:
    """Read a day `JJMMAAAA` and a time `HHMM` of Paris; of an hour told twice, it is the first.

    Raises:
        ValueError: there is no such moment.
    """
    text = _shaped(_DAY, day) + _shaped(_HOUR, hour)
    local = datetime.strptime(text, "%d%m%Y%H%M").replace(tzinfo=PARIS)
    return local.astimezone(UTC)


def _shaped(shape: re.Pattern[str], text: str) -> str:
    if not shape.fullmatch(text):
        raise ValueError
    return text

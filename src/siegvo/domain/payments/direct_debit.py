"""One amount to be taken from one account, on one day, under one mandate."""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

import attrs
from attrs.validators import ge, in_, matches_re, max_len, min_len, optional

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.business_days import (
    business_day_from,
    business_days_after,
    is_business_day,
)
from siegvo.domain.payments.creditor import BIC
from siegvo.domain.payments.iban import Iban

MOST: Final = Money(999_999_999_99)
"""What a SEPA message may carry for one debit (EPC 130-08, AT-06)."""

_SIGNS: Final = r"[A-Za-z0-9?:().,'+-]"
_IDENTIFIER: Final = re.compile(
    rf"{_SIGNS}(?:(?!//)[/ A-Za-z0-9?:().,'+-]){{0,33}}{_SIGNS}|{_SIGNS}"
)
"""35 signs that every bank passes on, neither beginning nor ending with a slash (EPC 217-08)."""


@attrs.frozen(kw_only=True)
class MonthOf:
    """The instalment of a contract that falls on a day."""

    contract: ContractNumber
    on: date


class Sequence(StrEnum):
    """Where a debit stands among those of its mandate, as ISO 20022 writes it (`SeqTp`)."""

    FIRST = "FRST"
    RECURRENT = "RCUR"
    LAST = "FNAL"
    ONE_OFF = "OOFF"


@attrs.frozen(kw_only=True)
class DebitRules:
    """How debits are announced and sent.

    The debtor is told `notice_days` before: 14 calendar days, unless the mandate agrees on fewer
    (EPC 016-06, 4.3.1).  The bank has the file `bank_days` business days before.  The first
    debit of a mandate may be marked as such, or as any other since November 2016; some banks
    still want the mark.
    """

    notice_days: int = attrs.field(default=14, validator=ge(1))
    bank_days: int = attrs.field(default=1, validator=ge(1))
    first: Sequence = attrs.field(
        default=Sequence.FIRST, validator=in_((Sequence.FIRST, Sequence.RECURRENT))
    )

    def sequence(self, *, was_collected: bool, is_last: bool = False) -> Sequence:
        """Return the mark of a debit under a mandate that recurs.

        `was_collected` says whether an earlier one took place, `is_last` that none will follow.
        """
        if is_last and was_collected:
            return Sequence.LAST
        return Sequence.RECURRENT if was_collected else self.first

    def day_for(self, wanted: date, *, told_on: date) -> date:
        """Return when money is taken that should be on `wanted`: a business day, never sooner.

        It is no sooner either than the notice given on `told_on` lets it be.
        """
        return business_day_from(max(wanted, told_on + timedelta(days=self.notice_days)))

    def soonest(self, sent_on: date) -> date:
        """Return the first day on which a file that leaves on `sent_on` can be collected."""
        return business_days_after(sent_on, self.bank_days)

    def tell_by(self, collect_on: date) -> date:
        """Return the last day to announce a debit on."""
        return collect_on - timedelta(days=self.notice_days)


def _whole(_: object, __: object, amount: Money) -> None:
    if not Money.zero() < amount <= MOST:
        message = f"{amount} cannot be debited"
        raise ValueError(message)


def _open(_: object, __: object, day: date) -> None:
    if not is_business_day(day):
        message = f"banks are closed on {day}"
        raise ValueError(message)


def _passed_on(_: object, attribute: "attrs.Attribute[str]", text: str) -> None:
    if not _IDENTIFIER.fullmatch(text):
        message = f"{attribute.name} is not 1 to 35 signs that banks pass on"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class DirectDebit:
    """What a creditor asks a debtor's bank for (EPC 130-08, the SEPA core scheme).

    `mandate` is its reference (RUM), `signed_on` its day in Paris; `end_to_end` names the debit
    from one end to the other, and is never another's; `about` is what the debtor reads of.
    `collect_on` is a business day of T2.
    """

    mandate: str = attrs.field(validator=_passed_on)
    signed_on: date
    debtor: str = attrs.field(validator=[min_len(1), max_len(140)])
    iban: Iban
    bic: str | None = attrs.field(default=None, validator=optional(matches_re(BIC)))
    amount: Money = attrs.field(validator=_whole)
    collect_on: date = attrs.field(validator=_open)
    end_to_end: str = attrs.field(validator=_passed_on)
    sequence: Sequence
    about: InvoiceNumber | MonthOf

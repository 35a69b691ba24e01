"""The section `[utility]` of the settings file, with its tables."""

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, Final

import attrs

from siegvo.application.ports.sepa import SepaVersion
from siegvo.application.ports.utility import Utility
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.creditor import BIC, CreditorId, InvalidCreditorId
from siegvo.domain.payments.direct_debit import DebitRules, Sequence
from siegvo.domain.payments.iban import Iban, InvalidIban
from siegvo.domain.payments.plan_rules import (
    TEN_MONTHS,
    Base,
    Cycle,
    Latecomer,
    OddCents,
    PlanRules,
)
from siegvo.domain.policy import CHANGE_DELAY
from siegvo.entrypoints.setting_faults import Fault, InvalidSetting
from siegvo.entrypoints.setting_tables import Table, amount, choice, count

TABLES: Final = frozenset({"monthly_plan", "direct_debits"})
"""What only the file can say, being more than one text."""

DELAY: Final = "payment_change_delay"
"""So many hours, whereas the others are texts."""


def read_utility(written: Utility | Mapping[str, Any]) -> Utility:
    """Read `[utility]` as it stands in the file, or take one that was read.

    Raises:
        InvalidSetting: something in it cannot be, or its own bank details are wrong.
    """
    if isinstance(written, Utility):
        return _with_bank_details(written)
    texts = {name: value for name, value in written.items() if name not in TABLES}
    delay = texts.pop(DELAY, None)
    debits = _DIRECT_DEBITS.read(written.get("direct_debits"))
    if version := debits.pop("version", None):
        texts["sepa_version"] = version
    return _with_bank_details(
        Utility(
            **texts,
            payment_change_delay=CHANGE_DELAY if delay is None else _delay(delay),
            direct_debits=DebitRules(**debits),
            monthly_plan=_plan(_MONTHLY_PLAN.read(written.get("monthly_plan"))),
        )
    )


def _with_bank_details(utility: Utility) -> Utility:
    """Return it with its numbers as banks write them."""
    creditor_id, iban = utility.sepa_creditor_id, utility.iban
    try:
        creditor_id = creditor_id and CreditorId.parse(creditor_id).text
    except InvalidCreditorId:
        raise InvalidSetting(Fault.NOT_A_CREDITOR_ID, "sepa_creditor_id") from None
    try:
        iban = iban and Iban.parse(iban).text
    except InvalidIban:
        raise InvalidSetting(Fault.NOT_AN_IBAN, "iban") from None
    if utility.bic and not re.fullmatch(BIC, utility.bic):
        raise InvalidSetting(Fault.NOT_A_BIC, "bic")
    return attrs.evolve(utility, sepa_creditor_id=creditor_id, iban=iban)


def _plan(written: Mapping[str, Any]) -> PlanRules:
    """Make the rules: what is not written is as in ten months."""
    given = {"cycles": TEN_MONTHS.cycles, "days": TEN_MONTHS.days, **written}
    try:
        return PlanRules(**given)
    except ValueError:
        raise InvalidSetting(Fault.NOT_CYCLES, "monthly_plan.cycles") from None


def _delay(value: object) -> timedelta:
    """Read whole hours, as a number or, in the environment, as a text."""
    text = str(value)
    if not (text.isascii() and text.isdecimal()) or int(text) > _LONGEST_DELAY:
        raise InvalidSetting(Fault.NOT_A_DELAY, DELAY)
    return timedelta(hours=int(text))


_LONGEST_DELAY: Final = 30 * 24


def _days(value: object) -> tuple[int, ...]:
    days = _listed(value)
    whole = all(isinstance(day, int) and not isinstance(day, bool) for day in days)
    if not (days and whole and all(0 < day <= _LATEST for day in days)):
        raise InvalidSetting(Fault.NOT_DEBIT_DAYS)
    return tuple(sorted(set(days)))


_LATEST: Final = 28


def _cycles(value: object) -> tuple[Cycle, ...]:
    try:
        cycles = tuple(
            Cycle(**{**each, "months": tuple(each["months"])}) for each in _listed(value)
        )
    except (KeyError, TypeError, ValueError):
        raise InvalidSetting(Fault.NOT_CYCLES) from None
    if not cycles:
        raise InvalidSetting(Fault.NOT_CYCLES)
    return cycles


def _listed(value: object) -> list[Any]:
    return list(value) if isinstance(value, Iterable) and not isinstance(value, str) else []


_MONTHLY_PLAN: Final = Table(
    "monthly_plan",
    {
        "cycles": _cycles,
        "days": _days,
        "base": choice(Base, Fault.NOT_A_BASE),
        "odd_cents": choice(OddCents, Fault.NOT_ODD_CENTS),
        "rounded_to": amount(least=Money(1)),
        "latecomer": choice(Latecomer, Fault.NOT_LATECOMER),
        "least": amount(least=Money(1)),
        "fewest": count(least=1),
        "notice_days": count(least=1),
        "refund_from": amount(least=Money(0)),
    },
)
_DIRECT_DEBITS: Final = Table(
    "direct_debits",
    {
        "notice_days": count(least=1),
        "bank_days": count(least=1),
        "first": choice(
            Sequence, Fault.NOT_A_FIRST_SEQUENCE, among=(Sequence.FIRST, Sequence.RECURRENT)
        ),
        "version": choice(SepaVersion, Fault.NOT_A_SEPA_VERSION),
    },
)

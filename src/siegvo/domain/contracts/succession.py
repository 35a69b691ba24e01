"""Who holds a contract after whom, as the billing system tells it."""

from collections.abc import Sequence
from datetime import date, timedelta

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.day_range import DayRange

_A_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class ContractTakenOver(Refused):
    """Somebody else, `payer`, holds the contract `since` a later day."""

    contract: ContractNumber
    payer: PayerCode
    since: date


@attrs.frozen(kw_only=True)
class TenureOutOfOrder(Refused):
    """It would begin on or before the day `since` which its predecessor did."""

    contract: ContractNumber
    first: date
    since: date


@attrs.frozen(kw_only=True)
class Succession:
    """What becomes of the tenures of a contract.

    `replaced` is the one that `current` is another version of, if there is one;
    `cut` was open too long, `shortened` is what is left of it.
    """

    current: Tenure
    replaced: Tenure | None = None
    cut: Tenure | None = None
    shortened: Tenure | None = None


def succeed(history: Sequence[Tenure], told: Tenure) -> Succession:
    """Set `told`, what the billing system says today, after the `history` of its contract.

    `history` begins with the oldest.  Facts about the payer who holds the contract now
    are corrected, the day it began included.  Another payer, or the same one back after
    they had left, begins a tenure of their own; the one before ends the day before at the latest.

    Raises:
        ContractTakenOver: the file is older than what is known.
        TenureOutOfOrder: a corrected beginning would not come after the one before.
    """
    latest = history[-1] if history else None
    if latest is None:
        return Succession(current=told)
    if told.payer != latest.payer and told.days.first < latest.days.first:
        raise ContractTakenOver(contract=told.contract, payer=latest.payer, since=latest.days.first)
    replaced = latest if _is_about(latest, told) else None
    before = history[-2] if replaced and len(history) > 1 else None if replaced else latest
    if before is None:
        return Succession(current=told, replaced=replaced)
    if before.days.first >= told.days.first:
        raise TenureOutOfOrder(
            contract=told.contract, first=told.days.first, since=before.days.first
        )
    if before.days.last is not None and before.days.last < told.days.first:
        return Succession(current=told, replaced=replaced)
    return Succession(
        current=told,
        replaced=replaced,
        cut=before,
        shortened=attrs.evolve(before, days=DayRange(before.days.first, told.days.first - _A_DAY)),
    )


def _is_about(latest: Tenure, told: Tenure) -> bool:
    """Say whether `told` is another version of `latest`, rather than what came after it."""
    if told.days.first == latest.days.first:
        return True
    has_left = latest.days.last is not None and latest.days.last < told.days.first
    return told.payer == latest.payer and not has_left

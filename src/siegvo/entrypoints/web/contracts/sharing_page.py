"""Who else sees one's contracts, ready to print."""

from collections.abc import Iterable

import attrs

from siegvo.adapters.french.values import PARIS, number, say
from siegvo.application.readers.links import SharedPayer


@attrs.frozen(kw_only=True)
class SharedRow:
    """A payer: `note`, `4 contrats, liés à votre compte le 23/11/2026`.

    `others`: `2 autres comptes y ont aussi accès`.  `dispute`: the number of a request.
    Both are empty when there is nothing to say.
    """

    payer: str
    name: str
    note: str
    others: str
    dispute: str


def shared_rows(payers: Iterable[SharedPayer]) -> tuple[SharedRow, ...]:
    """Write out the payers of an account."""
    return tuple(map(_row, payers))


def others_in_all(payers: Iterable[SharedPayer]) -> str:
    """Say how many other accounts there are: `2 autres comptes`, or nothing."""
    return _others(sum(payer.others for payer in payers))


def _row(payer: SharedPayer) -> SharedRow:
    linked_on = say(payer.linked_at.astimezone(PARIS).date())
    contracts = "1 contrat, lié" if payer.contracts == 1 else f"{payer.contracts} contrats, liés"
    return SharedRow(
        payer=str(payer.payer),
        name=payer.name,
        note=f"{contracts} à votre compte le {linked_on}",
        others=_access(payer.others),
        dispute=str(payer.dispute or ""),
    )


def _access(count: int) -> str:
    return f"{_others(count)} y {'a' if count == 1 else 'ont'} aussi accès" if count else ""


def _others(count: int) -> str:
    if not count:
        return ""
    return "1 autre compte" if count == 1 else f"{number(count)} autres comptes"

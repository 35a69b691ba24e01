"""Contracts to choose from, ready to print."""

from collections.abc import Sequence

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.contracts.contract_number import ContractNumber

_FEW = 4


@attrs.frozen(kw_only=True)
class Choice:
    """One contract.

    `href`: `/factures?contrat=100214873`; `address`: `12 rue des Mirabelliers, AMANVILLERS`;
    `note`: `Contrat 100214873 · affiché`.
    """

    number: str
    href: str
    address: str
    note: str
    is_shown: bool


@attrs.frozen(kw_only=True)
class Chooser:
    """The contracts a page may show: as links when `is_short`, else as a list to pick from."""

    path: str
    choices: tuple[Choice, ...]
    is_short: bool


def chooser(
    contracts: Sequence[HeldContract], *, shown: ContractNumber, path: str
) -> Chooser | None:
    """Offer `contracts` on the page at `path`; with a single one there is nothing to choose."""
    if len(contracts) <= 1:
        return None
    return Chooser(
        path=path,
        choices=choices(contracts, path=path, shown=shown),
        is_short=len(contracts) <= _FEW,
    )


def choices(
    contracts: Sequence[HeldContract], *, path: str, shown: ContractNumber | None = None
) -> tuple[Choice, ...]:
    """Name each of `contracts`, with the way to its page at `path`."""
    return tuple(_choice(contract, path=path, shown=shown) for contract in contracts)


def _choice(contract: HeldContract, *, path: str, shown: ContractNumber | None) -> Choice:
    is_shown = contract.number == shown
    number = str(contract.number)
    note = f"Contrat {number}"
    if contract.ended_on:
        note = f"{note} · résilié le {say(contract.ended_on)}"
    if is_shown:
        note = f"{note} · affiché"
    return Choice(
        number=number,
        href=f"{path}?contrat={number}",
        address=f"{contract.supply.street}, {contract.supply.town}",
        note=note,
        is_shown=is_shown,
    )

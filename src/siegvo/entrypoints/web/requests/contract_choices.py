"""Contracts, as the answers to « Quel contrat ? »."""

from collections.abc import Sequence

from siegvo.application.readers.visitors import HeldContract


def running(contracts: Sequence[HeldContract]) -> list[HeldContract]:
    return [contract for contract in contracts if not contract.ended_on]


def worded(contracts: Sequence[HeldContract], *, none: str = "") -> dict[str, str]:
    """Name each by its number and address; `none` is what to say to none of them, if one may."""
    words = {
        str(each.number): f"{each.supply.street}, {each.supply.town} (contrat {each.number})"
        for each in contracts
    }
    return words | {"": none} if none else words

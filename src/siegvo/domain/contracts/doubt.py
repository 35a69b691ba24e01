"""What makes the portal ask staff before it links an account to a payer."""

from enum import StrEnum

import attrs

from siegvo.domain import policy
from siegvo.domain.errors import Refused


class Doubt(StrEnum):
    """Why a person must look at a link."""

    MANY_CONTRACTS = "many_contracts"
    MANY_ACCOUNTS = "many_accounts"
    WEAK_KEY = "weak_key"
    MANY_FAILURES = "many_failures"
    DISPUTED = "disputed"


@attrs.frozen
class KeyTooWeak(Refused):
    """The key is right, and so short that it proves nothing: staff issue another one."""


def doubt_about(
    *, contracts: int, accounts: int, key_bits: int, is_suspicious: bool
) -> Doubt | None:
    """Say why a link to a payer waits for staff; nothing if it need not.

    The payer has so many `contracts`, and so many `accounts` are linked to it already;
    `is_suspicious` when wrong keys are being tried on the contract, or everywhere.

    Raises:
        KeyTooWeak: a link with such a key is not even asked for on line.
    """
    if key_bits < policy.KEY_LEAST_BITS:
        raise KeyTooWeak
    if key_bits < policy.KEY_ENOUGH_BITS:
        return Doubt.WEAK_KEY
    if contracts > policy.CONTRACTS_LINKED_AT_ONCE:
        return Doubt.MANY_CONTRACTS
    if accounts >= policy.ACCOUNTS_PER_PAYER:
        return Doubt.MANY_ACCOUNTS
    return Doubt.MANY_FAILURES if is_suspicious else None

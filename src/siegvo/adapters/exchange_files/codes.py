"""How the numbers and codes of contracts and payers are read."""

import re
from typing import Final

from siegvo.adapters.exchange_files.cells import Read, filled, shown, text
from siegvo.application.ports.cell_faults import (
    CellTooLong,
    IbanInClear,
    NotAContractNumber,
    NotAMailbox,
    NotAPayerCode,
    NotAPostcode,
    NotASecurityKey,
    NotASiret,
)
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.errors import Invalid
from siegvo.domain.kernel.email_address import EmailAddress

_POSTCODE: Final = re.compile(r"[0-9]{5}")
_SIRET: Final = re.compile(r"[0-9]{14}")
_MASK: Final = re.compile(r"[Xx*.•…]")
_MOST_SHOWN: Final = 14
"""Characters a mask may leave; the shortest account number of all has fifteen."""


def contract_number(column: str) -> Read[ContractNumber]:
    def read(cell: str) -> ContractNumber:
        typed = filled(column, cell)
        try:
            return ContractNumber.parse(typed)
        except Invalid:
            raise NotAContractNumber(column=column, given=shown(typed)) from None

    return read


def security_key(column: str) -> Read[SecurityKey]:
    def read(cell: str) -> SecurityKey:
        typed = filled(column, cell)
        try:
            return SecurityKey.parse(typed)
        except Invalid:
            raise NotASecurityKey(column=column) from None

    return read


def payer_code(column: str) -> Read[PayerCode]:
    def read(cell: str) -> PayerCode:
        typed = filled(column, cell)
        try:
            return PayerCode.parse(typed)
        except Invalid:
            raise NotAPayerCode(column=column, given=shown(typed)) from None

    return read


def postcode(column: str) -> Read[str]:
    def read(cell: str) -> str:
        typed = filled(column, cell)
        if not _POSTCODE.fullmatch(typed):
            raise NotAPostcode(column=column, given=shown(typed))
        return typed

    return read


def siret(column: str) -> Read[str]:
    def read(cell: str) -> str:
        typed = filled(column, cell)
        digits = "".join(typed.split())
        if not _SIRET.fullmatch(digits):
            raise NotASiret(column=column, given=shown(typed))
        return digits

    return read


def mailbox(column: str) -> Read[str]:
    def read(cell: str) -> str:
        typed = filled(column, cell)
        try:
            return str(EmailAddress.parse(typed))
        except Invalid:
            raise NotAMailbox(column=column, given=shown(typed)) from None

    return read


def masked_iban(column: str) -> Read[str]:
    """Read an account number most of which is hidden: it may be shown, never used."""
    visible = text(column, 42)

    def read(cell: str) -> str:
        try:
            typed = visible(cell)
        except CellTooLong:
            raise IbanInClear(column=column) from None
        told = sum(each.isalnum() for each in _MASK.sub("", typed))
        if told > _MOST_SHOWN:
            raise IbanInClear(column=column)
        return typed

    return read

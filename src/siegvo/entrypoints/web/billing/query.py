"""What the address of the list asks for."""

from collections.abc import Mapping
from datetime import date
from typing import Final, Self
from urllib.parse import urlencode

import attrs
from flask import abort, request

from siegvo.application.readers.invoices import InvoiceGroup, InvoiceKey
from siegvo.domain.billing.invoice_number import InvalidInvoiceNumber, InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber

PATH: Final = "/factures"
ALL: Final = "tous"
"""What stands for a contract to mean every one."""

GROUPS: Final[Mapping[InvoiceGroup, str]] = {
    InvoiceGroup.TO_PAY: "a-payer",
    InvoiceGroup.SETTLED: "payees",
    InvoiceGroup.CREDIT: "avoirs",
    InvoiceGroup.CANCELLED: "annulees",
}
_GROUPS: Final = {word: group for group, word in GROUPS.items()}
_LONGEST_YEAR: Final = 4


@attrs.frozen(kw_only=True)
class InvoiceQuery:
    """A contract, or all of them without one; what is left out, and where to go on."""

    contract: ContractNumber | None
    year: int | None = None
    group: InvoiceGroup | None = None
    after: InvoiceKey | None = None

    @classmethod
    def asked(cls, *, contract: ContractNumber | None) -> Self:
        """Read the address of this request; what nobody could have meant is a page not found."""
        return cls(
            contract=contract,
            year=_year(request.args.get("annee", "")),
            group=_group(request.args.get("situation", "")),
            after=_key(request.args.get("suite", "")),
        )

    @property
    def is_whole(self) -> bool:
        """Say whether nothing is left out."""
        return not (self.year or self.group or self.after)

    def href(self) -> str:
        """Return the address that asks for this."""
        words = {
            "contrat": str(self.contract or ALL),
            "annee": str(self.year or ""),
            "situation": GROUPS[self.group] if self.group else "",
            "suite": f"{self.after.issued_on}_{self.after.number}" if self.after else "",
        }
        return f"{PATH}?{urlencode({name: word for name, word in words.items() if word})}"


def asks_for_all() -> bool:
    return request.args.get("contrat") == ALL


def _year(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == _LONGEST_YEAR and int(text)):
        abort(404)
    return int(text)


def _group(text: str) -> InvoiceGroup | None:
    if text and text not in _GROUPS:
        abort(404)
    return _GROUPS.get(text)


def _key(text: str) -> InvoiceKey | None:
    if not text:
        return None
    day, _, number = text.partition("_")
    try:
        return InvoiceKey(issued_on=date.fromisoformat(day), number=InvoiceNumber.parse(number))
    except (ValueError, InvalidInvoiceNumber):
        abort(404)

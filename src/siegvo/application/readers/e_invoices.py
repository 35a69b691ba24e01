"""What leaves for the billing system about invoices by mail, and what has come back."""

from datetime import date, datetime
from typing import Protocol

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class LeavingEInvoice:
    """A request for invoices by mail (`wanted`), or on paper; `is_fresh` the first time."""

    reference: RequestReference
    contract: ContractNumber
    payer: PayerCode
    wanted: bool
    asked_at: datetime
    is_fresh: bool


@attrs.frozen(kw_only=True)
class ShownEInvoice:
    """What the billing system shows of a contract about which something is asked."""

    contract: ContractNumber
    payer: PayerCode
    has_e_invoice: bool


class EInvoiceLists(Protocol):
    def to_export(self, since: date | None) -> tuple[LeavingEInvoice, ...]:
        """Return those only registered, and those that left since that day in Paris."""

    def shown(self) -> tuple[ShownEInvoice, ...]:
        """Return the contracts where what is shown is what an open request asks."""

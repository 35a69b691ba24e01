"""What pages show about invoices."""

from datetime import date
from enum import StrEnum
from typing import Final, Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.situation import PaidOnline, Situation, Standing, situation_of
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource


class InvoiceGroup(StrEnum):
    """What a list may be narrowed to; an invoice is in one, whatever the day."""

    TO_PAY = "to_pay"
    SETTLED = "settled"
    CREDIT = "credit"
    CANCELLED = "cancelled"


_APART: Final = {
    Standing.CANCELLED: InvoiceGroup.CANCELLED,
    Standing.CREDIT_NOTE: InvoiceGroup.CREDIT,
    Standing.NOTHING_DUE: InvoiceGroup.SETTLED,
    Standing.PAID: InvoiceGroup.SETTLED,
}


def group_of(standing: Standing) -> InvoiceGroup:
    """Say where an invoice that stands so is listed."""
    return _APART.get(standing, InvoiceGroup.TO_PAY)


@attrs.frozen(kw_only=True)
class KnownInvoice:
    """An invoice, and all that says how it stands; collections begin with the oldest."""

    invoice: Invoice
    collections: tuple[Collection, ...] = ()
    paid_online: tuple[PaidOnline, ...] = ()
    is_paying_online: bool = False

    def situation_on(self, today: date) -> Situation:
        return situation_of(
            self.invoice,
            self.collections,
            today=today,
            paid_online=self.paid_online,
            is_paying_online=self.is_paying_online,
        )


@attrs.frozen(kw_only=True)
class InvoiceKey:
    """Where a list stopped: what comes after was issued before, or has a lower number."""

    issued_on: date
    number: InvoiceNumber


@attrs.frozen(kw_only=True)
class InvoicePage:
    """Some invoices, the newest first.

    `first_year` and `last_year` are those of all the holder has, whatever is left out here;
    absent without any.  `goes_on` when there are more than were asked for.
    """

    invoices: tuple[KnownInvoice, ...]
    first_year: int | None = None
    last_year: int | None = None
    goes_on: bool = False


@attrs.frozen(kw_only=True)
class MeasuredPeriod:
    """What a meter showed on both days of an invoice's period."""

    serial: str
    opening: MeterIndex
    closing: MeterIndex
    source: ReadingSource


@attrs.frozen(kw_only=True)
class InvoiceSheet:
    """An invoice from close by, as the payer it belongs to may see it; lines in their order.

    `last_payable` is the last of the same tenure that is neither cancelled nor a credit.
    `measured` holds readings of the payer's own days only.
    """

    known: KnownInvoice
    lines: tuple[InvoiceLine, ...]
    payer_name: str
    payer_address: PostalAddress
    supply: PostalAddress
    last_payable: InvoiceNumber | None
    measured: tuple[MeasuredPeriod, ...]


class InvoiceLists(Protocol):
    """Invoices of the payers an account is linked to, each in that payer's own days."""

    def of(
        self,
        holder: AccountId,
        *,
        contract: ContractNumber | None = None,
        year: int | None = None,
        group: InvoiceGroup | None = None,
        after: InvoiceKey | None = None,
        most: int,
    ) -> InvoicePage:
        """Return the newest of a contract, or of all: `most` at the most.

        `year` is the one they were issued in.  A contract that is not theirs has none.
        """

    def sheet(self, holder: AccountId, number: InvoiceNumber) -> InvoiceSheet:
        """Return one.

        Raises:
            InvoiceNotFound: it does not exist, or is not theirs.
        """

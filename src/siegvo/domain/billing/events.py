"""What the rest of the portal may learn from billing."""

from datetime import date

import attrs

from siegvo.domain.events import Event


@attrs.frozen(kw_only=True)
class InvoicePaidOnline(Event):
    """The treasury says that an invoice was paid on line; the books will show it later.

    `account` is who paid, unless it was deleted since; `paid_on` is a day in Paris.
    """

    reference: str
    invoice: str
    account: str | None
    amount_cents: int
    paid_on: date


@attrs.frozen(kw_only=True)
class InvoiceAvailable(Event):
    """An invoice that comes by mail has come; told to one of those who are to know.

    `payer` is whom it belongs to, `issued_on` a day in Paris.
    """

    account: str
    payer: str
    contract: str
    invoice: str
    issued_on: date
    is_credit: bool


@attrs.frozen(kw_only=True)
class EInvoiceAsked(Event):
    """Invoices by mail (`wanted`) or on paper were asked for; told to one account of the payer.

    `reference` is the number of the request, for whose it is; nothing for the others.
    """

    account: str
    payer: str
    contract: str
    wanted: bool
    reference: str | None


@attrs.frozen(kw_only=True)
class EInvoiceTakenBack(Event):
    """What was asked about invoices by mail was cancelled; told likewise."""

    account: str
    payer: str
    contract: str
    wanted: bool
    reference: str | None


@attrs.frozen(kw_only=True)
class EInvoiceGranted(Event):
    """The billing system does what was asked about invoices by mail; told likewise."""

    account: str
    payer: str
    contract: str
    wanted: bool
    reference: str | None

"""Invoices by mail instead of paper: who is to be told, and what is asked of the billing system.

It is a matter of the contract: invoices come by mail to every account that asked for them, or
on paper to the payer.
"""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import takewhile

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.errors import Refused
from siegvo.domain.policy import INVOICE_IS_NEWS
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState


@attrs.frozen(kw_only=True)
class EInvoiceChoice:
    """An account that is told of each invoice; not once its mailbox refused one of the letters."""

    contract: ContractNumber
    payer: PayerCode
    account: AccountId
    since: datetime
    bounced_at: datetime | None = None

    @property
    def is_reached(self) -> bool:
        return self.bounced_at is None


@attrs.frozen(kw_only=True)
class EInvoiceWish:
    """A request to have invoices by mail, or on paper again; without `account`, nobody's."""

    reference: RequestReference
    contract: ContractNumber
    payer: PayerCode
    wanted: bool
    state: RequestState
    account: AccountId | None
    asked_at: datetime


@attrs.frozen(kw_only=True)
class EInvoiceBeingChanged(Refused):
    """The opposite is on its way to the billing system: two orders at once would cross."""

    reference: RequestReference
    wanted: bool


class Way(StrEnum):
    """What a wish leads to."""

    ASK = "ask"
    ASK_INSTEAD = "ask_instead"
    """The opposite, which had not left, is taken back; and this is asked."""
    TAKE_BACK = "take_back"
    """The opposite, which had not left, is taken back; that is all there is to do."""
    ASKED_BEFORE = "asked_before"
    SO_ALREADY = "so_already"


def way_of(*, wanted: bool, shown: bool, pending: Sequence[EInvoiceWish]) -> Way:
    """Say what a wish leads to, while the billing system shows `shown`.

    `pending` are the open requests about it, the oldest first.

    Raises:
        EInvoiceBeingChanged: the opposite has left already.
    """
    if not pending:
        return Way.SO_ALREADY if shown is wanted else Way.ASK
    *earlier, newest = pending
    if newest.wanted is wanted:
        return Way.ASKED_BEFORE
    if newest.state is not RequestState.REGISTERED:
        raise EInvoiceBeingChanged(reference=newest.reference, wanted=newest.wanted)
    before = earlier[-1].wanted if earlier else shown
    return Way.TAKE_BACK if before is wanted else Way.ASK_INSTEAD


def granted(pending: Sequence[EInvoiceWish], *, shown: bool) -> tuple[EInvoiceWish, ...]:
    """Return the requests that the billing system has answered, the oldest first.

    One that waits behind its opposite was not answered: what is shown may be of before both.
    """
    return tuple(takewhile(lambda wish: wish.wanted is shown, pending))


def is_news(invoice: Invoice, *, today: date) -> bool:
    """Say whether an invoice that has just come is worth a letter: recent, and not cancelled."""
    return not invoice.is_cancelled and invoice.issued_on >= today - INVOICE_IS_NEWS

"""What pages show about contracts."""

from datetime import date
from typing import Protocol

import attrs

from siegvo.application.readers.invoices import KnownInvoice
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import Reading
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState


@attrs.frozen(kw_only=True)
class MeterSheet:
    """A meter in service, and what it last showed within the payer's own days.

    `last` is the newest reading of any origin, `last_actual` the newest that somebody
    or something read; both are absent when the payer has none yet.
    """

    serial: str
    dials: int
    fitted_on: date
    is_remote_read: bool
    last: Reading | None
    last_actual: Reading | None


@attrs.frozen(kw_only=True)
class AwaitedReading:
    """A reading this account sent that the billing system has not shown yet."""

    reference: RequestReference
    serial: str
    index: MeterIndex
    taken_on: date
    review: Review
    state: RequestState


@attrs.frozen(kw_only=True)
class ContractSheet:
    """A contract at a glance, as one payer may see it.

    `last_invoice` is the newest of their days that is neither cancelled nor a credit.
    `e_invoice_asked` is what an open request says of invoices by mail, if there is one;
    `is_mailbox_refused` when a letter about them could not be delivered to this account.
    `is_payment_changed_here` when a change of payment was asked on the portal, and is on its way
    or done: there is more to tell of how it is paid than the billing system does.
    `has_open_requests` when this account asked something else than a reading, of this contract
    or of none, and it goes on.  `has_leak_notice` when the payer was ever told of an abnormal
    consumption of this contract, `has_announcements` when anything may be announced to them.
    """

    tenure: Tenure
    payer_name: str
    meters: tuple[MeterSheet, ...]
    awaited: tuple[AwaitedReading, ...]
    last_invoice: KnownInvoice | None = None
    e_invoice_asked: bool | None = None
    is_mailbox_refused: bool = False
    is_payment_changed_here: bool = False
    has_open_requests: bool = False
    has_leak_notice: bool = False
    has_announcements: bool = False


class ContractSheets(Protocol):
    """Contracts to be looked at, never changed."""

    def held_by(self, holder: AccountId, number: ContractNumber) -> ContractSheet:
        """Return the sheet of a contract that `holder` is linked to.

        Raises:
            ContractNotFound: it does not exist, or is not theirs.
        """

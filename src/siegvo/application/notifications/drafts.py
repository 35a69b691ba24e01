"""The letters there are, and what is known of one before it is written."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.accounts.address_change import AddressChangeId
from siegvo.domain.accounts.registration import RegistrationId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.reference import RequestReference


class LetterKind(StrEnum):
    """The letters the portal writes; each value names the folder of its templates."""

    ACTIVATION = "activation"
    ACCOUNT_EXISTS = "account_exists"
    PASSWORD_RESET = "password_reset"  # noqa: S105 (a folder)
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    ADDRESS_TO_CONFIRM = "address_to_confirm"
    ADDRESS_IN_USE = "address_in_use"
    ADDRESS_CHANGE_ASKED = "address_change_asked"
    ADDRESS_CHANGED = "address_changed"
    ADDRESS_LEFT = "address_left"
    ADDRESS_LEFT_BY_STAFF = "address_left_by_staff"
    ADDRESS_CHANGE_CANCELLED = "address_change_cancelled"
    ACCOUNT_DELETED = "account_deleted"
    NEW_DEVICE = "new_device"
    SIGNED_IN_AFTER_FAILURES = "signed_in_after_failures"
    SESSION_STOLEN = "session_stolen"
    CONTRACT_LINKED = "contract_linked"
    PAYER_LINKED_ELSEWHERE = "payer_linked_elsewhere"
    LINK_ASKED = "link_asked"
    LINK_TURNED_DOWN = "link_turned_down"
    LINK_DISPUTE_ANSWERED = "link_dispute_answered"
    PAYER_UNLINKED = "payer_unlinked"
    READING_RECEIVED = "reading_received"
    READING_TO_REVIEW = "reading_to_review"
    READING_ACCEPTED = "reading_accepted"
    READING_REFUSED = "reading_refused"
    READING_SEEN = "reading_seen"
    ABNORMAL_CONSUMPTION = "abnormal_consumption"
    PAYMENT_RECEIVED = "payment_received"
    INVOICE_AVAILABLE = "invoice_available"
    E_INVOICE_ASKED = "e_invoice_asked"
    E_INVOICE_TAKEN_BACK = "e_invoice_taken_back"
    E_INVOICE_GRANTED = "e_invoice_granted"
    PAYMENT_CHANGE_TO_CONFIRM = "payment_change_to_confirm"
    PAYMENT_CHANGE_NOTICED = "payment_change_noticed"
    PAYMENT_CHANGE_CONFIRMED = "payment_change_confirmed"
    PAYMENT_CHANGE_APPLIED = "payment_change_applied"
    PAYMENT_CHANGE_CANCELLED = "payment_change_cancelled"
    PAYMENT_CHANGE_REFUSED = "payment_change_refused"
    MANDATE_REVOKED = "mandate_revoked"
    MANDATE_LAPSED = "mandate_lapsed"
    CONTACT_COPY = "contact_copy"
    CONTACT_RECEIVED = "contact_received"
    CONTACT_ANSWERED = "contact_answered"
    REQUEST_RECEIVED = "request_received"
    REQUEST_ANSWERED = "request_answered"
    REQUEST_STARTED = "request_started"
    REQUEST_CLOSED = "request_closed"
    REQUEST_REFUSED = "request_refused"
    REQUEST_CANCELLED = "request_cancelled"
    REQUEST_REOPENED = "request_reopened"
    TEST = "test"


@attrs.frozen(kw_only=True)
class ToConfirm:
    """A letter with a link in it, for the mailbox that a registration must prove."""

    kind: LetterKind
    registration: RegistrationId


@attrs.frozen(kw_only=True)
class ToAccount:
    """A letter for the holder of an account, at the address they have when it leaves.

    `facts` are known already; what is said of `payer` or `reading` is looked up then.
    With `resets`, a link to choose another password is in it.  With `while_seen`, it is told
    only as long as the account sees that contract.
    """

    kind: LetterKind
    account: AccountId
    facts: Mapping[str, object]
    payer: PayerCode | None = None
    reading: RequestReference | None = None
    resets: bool = False
    while_seen: ContractNumber | None = None


@attrs.frozen(kw_only=True)
class AboutMove:
    """A letter about an account that moves: to its new mailbox, or to the one it leaves."""

    kind: LetterKind
    change: AddressChangeId


@attrs.frozen(kw_only=True)
class ToMailbox:
    """A letter for a mailbox of which nothing is known any more."""

    kind: LetterKind
    to: EmailAddress
    facts: Mapping[str, object]


@attrs.frozen(kw_only=True)
class AboutContact:
    """A letter about what somebody wrote without an account: to them, or to the service.

    What it quotes is the message that was `written_at` that moment.
    """

    kind: LetterKind
    reference: RequestReference
    written_at: datetime


@attrs.frozen(kw_only=True)
class AboutPaymentChange:
    """A letter about a change of payment mode, for an account that sees the contract."""

    kind: LetterKind
    change: RequestReference
    account: AccountId
    facts: Mapping[str, object]


Draft = ToConfirm | ToAccount | AboutMove | ToMailbox | AboutContact | AboutPaymentChange


def account_id(text: str) -> AccountId:
    """Return the account that an event names."""
    return AccountId(UUID(text))

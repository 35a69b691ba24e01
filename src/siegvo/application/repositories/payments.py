"""Where mandates, and changes of payment mode on their way, are kept."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.errors import Conflict, NotFound
from siegvo.domain.payments.change import PaymentChange
from siegvo.domain.payments.mandate import Evidence, MandateReference
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen
class MandateNotFound(NotFound):
    reference: MandateReference


@attrs.frozen
class ChangeNotFound(NotFound):
    reference: RequestReference


@attrs.frozen
class PaymentChangedMeanwhile(Conflict):
    """Somebody else moved the change first."""

    reference: RequestReference


@attrs.frozen(kw_only=True)
class KeptMandate:
    """A mandate as it lies in the database: account and holder under seal.

    `fingerprint` tells that two mandates are of one account, and nothing more of it.
    """

    reference: MandateReference
    contract: ContractNumber
    payer: PayerCode
    sealed_iban: str = attrs.field(repr=False)
    sealed_holder: str = attrs.field(repr=False)
    fingerprint: str = attrs.field(repr=False)
    masked_iban: str
    bic: str | None
    bank_name: str | None
    evidence: Evidence
    activated_on: date | None = None
    first_collected_on: date | None = None
    last_collected_on: date | None = None
    ended_on: date | None = None
    was_replaced: bool = False


class Mandates(Protocol):
    def add(self, mandate: KeptMandate) -> None: ...

    def of(self, reference: MandateReference) -> KeptMandate:
        """Return any mandate, for the portal itself and for staff.

        Raises:
            MandateNotFound: nothing bears this reference.
        """

    def hold(self, reference: MandateReference) -> KeptMandate:
        """Return it; no other transaction that holds it goes on meanwhile.

        Raises:
            MandateNotFound: nothing bears this reference.
        """

    def save(self, mandate: KeptMandate) -> None:
        """Keep what became of it; account and holder never change."""

    def of_contract(self, contract: ContractNumber, payer: PayerCode) -> tuple[KeptMandate, ...]:
        """Return the mandates a payer gave for a contract, the oldest first."""

    def payers_of_account(self, fingerprints: Sequence[str]) -> frozenset[PayerCode]:
        """Return the payers whose mandates that did not end are of this account."""

    def given_since(self, since: date | None) -> tuple[KeptMandate, ...]:
        """Return those that serve and may be known outside, by reference.

        The change each came with is ready at least; with `since`, only those of changes that
        are ready, or that were handed over since that day in Paris.
        """

    def serving(self) -> tuple[KeptMandate, ...]:
        """Return those that the billing system showed and that did not end, by reference.

        Some may have lapsed: `state_on` tells.
        """

    def idle_since(self, day: date) -> tuple[KeptMandate, ...]:
        """Return those that did not end and were last used before `day`, by reference.

        Used is collected; not yet, shown by the billing system; not yet, signed.
        """

    def sealed_otherwise(
        self, mark: str, *, after: MandateReference | None, most: int
    ) -> tuple[MandateReference, ...]:
        """Return those of which a seal does not begin by `mark`, by reference, ended or not.

        Those that come `after` one, and `most` at once.
        """


class PaymentChanges(Protocol):
    def add(self, change: PaymentChange) -> bool:
        """Keep a new change, and say so; keep none while another of its contract is open.

        Of two transactions that add one at the same time, the second waits for the first.
        """

    def of(self, reference: RequestReference) -> PaymentChange:
        """Return any change, for the portal itself and for staff.

        Raises:
            ChangeNotFound: no change bears this reference.
        """

    def save(self, change: PaymentChange) -> None:
        """Keep the step it took.

        Raises:
            PaymentChangedMeanwhile: it was saved by someone else since.
        """

    def open_of(self, contract: ContractNumber) -> PaymentChange | None:
        """Return the change of a contract that is not over; one at most is."""

    def due(self, *, now: datetime, asked_before: datetime) -> tuple[PaymentChange, ...]:
        """Return those that waited long enough, and those nobody confirmed in time."""

    def suspected(self) -> tuple[PaymentChange, ...]:
        """Return those staff have to look at, the oldest first."""

    def to_export(self, since: date | None) -> tuple[PaymentChange, ...]:
        """Return those that are ready, and those handed over since that day in Paris."""

    def awaiting_books(self) -> tuple[PaymentChange, ...]:
        """Return those handed over that the billing system has not shown done."""

    def monthly(self) -> tuple[PaymentChange, ...]:
        """Return, of each payer of a contract, the last one done that was to pay by the month.

        Their debit days are those agreed to, `asked_at` when; the oldest first.
        """

    def monthly_of(self, contract: ContractNumber, payer: PayerCode) -> PaymentChange | None:
        """Return the last one done by which this payer pays by the month."""

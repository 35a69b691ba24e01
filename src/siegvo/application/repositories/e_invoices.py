"""Where it is kept who wants invoices by mail, and what was asked about it."""

from collections.abc import Sequence
from typing import Protocol

import attrs

from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.e_invoicing import EInvoiceChoice, EInvoiceWish
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen(kw_only=True)
class Notice:
    """An account that is to be told of an invoice, which belongs to `payer`."""

    account: AccountId
    payer: PayerCode
    invoice: InvoiceNumber


class EInvoices(Protocol):
    def choose(self, choice: EInvoiceChoice) -> None:
        """Keep a choice, in the place of the one that account had made."""

    def choices_of(self, contract: ContractNumber, payer: PayerCode) -> tuple[EInvoiceChoice, ...]:
        """Return who is to be told of a payer's invoices, the oldest choice first."""

    def chosen_by(self, account: AccountId, payer: PayerCode) -> tuple[ContractNumber, ...]:
        """Return for which contracts of a payer this account chose so, by number."""

    def drop(self, contract: ContractNumber, payer: PayerCode) -> None:
        """Drop the choices of everybody."""

    def leave(self, account: AccountId, payer: PayerCode) -> None:
        """Drop what an account chose for a payer's contracts."""

    def forget(self, account: AccountId) -> None:
        """Drop what an account chose, and of what it was told."""

    def ask(
        self,
        reference: RequestReference,
        *,
        contract: ContractNumber,
        payer: PayerCode,
        wanted: bool,
    ) -> None:
        """Keep what a request, which is kept already, asks."""

    def wish(self, reference: RequestReference) -> EInvoiceWish | None:
        """Return what a request asks; nothing if it is about something else."""

    def pending(self, contract: ContractNumber, payer: PayerCode) -> tuple[EInvoiceWish, ...]:
        """Return the open requests about a payer's invoices, the oldest first."""

    def notify(self, numbers: Sequence[InvoiceNumber]) -> tuple[Notice, ...]:
        """Note who is to be told of invoices that come by mail; return whom nobody told yet.

        They are those who chose so, if their mailbox takes letters; where nobody ever chose,
        every account linked to the payer.
        """

"""The file of invoices."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, Self

import attrs

from siegvo.adapters.exchange_files import amounts, cells, words
from siegvo.adapters.exchange_files.billing_codes import invoice_number, treasury_reference
from siegvo.adapters.exchange_files.billing_words import KINDS
from siegvo.adapters.exchange_files.codes import contract_number
from siegvo.adapters.exchange_files.columns import Column, Columns
from siegvo.adapters.exchange_files.rows import built
from siegvo.adapters.exchange_files.sheet import Sheet
from siegvo.application.ports.billing_faults import CreditNoteAboveZero, DueBeforeIssued
from siegvo.application.ports.billing_feeds import InvoiceRow
from siegvo.application.ports.cell_faults import EndsBeforeItStarts
from siegvo.application.ports.feeds import Rows
from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.invoice import Invoice, InvoiceKind, Period
from siegvo.domain.errors import DomainError
from siegvo.domain.kernel.money import Money


def _spare(name: str, read: cells.Read[Any], *, otherwise: object = None) -> Column:
    return Column(name, cells.maybe(read, otherwise=otherwise), is_required=False)


COLUMNS: Final = Columns(
    (
        Column("numero_facture", invoice_number("numero_facture")),
        Column("numero_contrat", contract_number("numero_contrat")),
        Column("type", cells.word("type", KINDS)),
        Column("emise_le", cells.day("emise_le")),
        Column("echeance_le", cells.day("echeance_le")),
        Column("periode_debut", cells.day("periode_debut")),
        Column("periode_fin", cells.day("periode_fin")),
        Column("montant_ttc", amounts.amount("montant_ttc")),
        Column("reste_a_payer", amounts.amount("reste_a_payer")),
        Column("situation_au", cells.day("situation_au")),
        _spare("volume_m3", amounts.volume("volume_m3")),
        _spare("montant_ht", amounts.amount("montant_ht")),
        _spare("montant_tva", amounts.amount("montant_tva")),
        _spare("exercice", cells.number("exercice", least=cells.FIRST_YEAR, most=cells.LAST_YEAR)),
        _spare("reference_payfip", treasury_reference("reference_payfip")),
        _spare("preleve_le", cells.day("preleve_le")),
        _spare("annulee", cells.word("annulee", words.YES_OR_NO), otherwise=False),
        _spare("fichier_pdf", cells.text("fichier_pdf", 200)),
    )
)


@attrs.frozen
class InvoiceFile:
    """`InvoiceFeed`, in a file."""

    sheet: Sheet
    warnings: Sequence[DomainError]

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        return cls(sheet, COLUMNS.check(sheet))

    def batches(self) -> Iterator[Rows[InvoiceRow]]:
        for values in COLUMNS.values(self.sheet):
            yield built(values, _row)


def _row(line: int, values: tuple[Any, ...]) -> InvoiceRow:
    number, contract, kind, issued_on, due_on, first, last, total, left, as_of, *spare = values
    volume, net, vat, fiscal_year, reference, debit_on, is_cancelled, pdf = spare
    if due_on < issued_on:
        raise DueBeforeIssued(issued_on=issued_on, due_on=due_on)
    if last < first:
        raise EndsBeforeItStarts(first=first, last=last)
    if kind is InvoiceKind.CREDIT_NOTE and total > Money.zero():
        raise CreditNoteAboveZero(total=total)
    return InvoiceRow(
        line=line,
        pdf=pdf,
        invoice=Invoice(
            number=number,
            contract=contract,
            kind=kind,
            issued_on=issued_on,
            due_on=due_on,
            period=Period(first=first, last=last),
            total=total,
            balance=Balance(amount=left, as_of=as_of),
            net=net,
            vat=vat,
            volume_m3=volume,
            fiscal_year=fiscal_year,
            treasury_reference=reference,
            debit_on=debit_on,
            is_cancelled=is_cancelled,
        ),
    )

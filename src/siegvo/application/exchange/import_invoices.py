"""The billing system says which invoices there are, and what is left to pay of them."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from datetime import date

import attrs

from siegvo.application.exchange.announce import announce
from siegvo.application.exchange.first_lines import FirstLines
from siegvo.application.exchange.import_meters import ContractUnknown
from siegvo.application.exchange.note import note_import
from siegvo.application.exchange.pdf_desk import Document, PdfDesk
from siegvo.application.exchange.report import ImportReport, Tally, nowhere
from siegvo.application.ports.billing_faults import AmountsDisagree, MoreLeftThanCharged
from siegvo.application.ports.billing_feeds import InvoiceFeed, InvoiceRow
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.feeds import Refuse, Rejection
from siegvo.application.ports.given_pdfs import FindPdf
from siegvo.application.ports.pdf_files import PdfFiles
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.billing_intake import BillingIntake
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.money import Money


@attrs.frozen(kw_only=True)
class InvoiceOnLine(Refused):
    """The file says something else of the same invoice further up."""

    number: InvoiceNumber
    line: int


@attrs.frozen(kw_only=True)
class InvoiceOfAnotherContract(Refused):
    """An invoice never passes to another contract: somebody may have seen it already."""

    number: InvoiceNumber
    contract: ContractNumber


@attrs.frozen(kw_only=True)
class BalanceAhead(Refused):
    """Its balance is of a day that has not come yet."""

    as_of: date


@attrs.frozen(kw_only=True)
class BalanceOlder(Refused):
    """A warning: a later balance is known already; what the row says is out of date."""

    number: InvoiceNumber
    as_of: date
    known_as_of: date


@attrs.frozen(kw_only=True)
class ImportInvoices:
    """Keep invoices and their PDFs as a file tells them.

    A balance never goes back in time: a row older than what is known changes nothing, but
    may bring a PDF.  A new invoice that comes by mail is told to those who are to know.
    """

    begin: Begin
    look: Look
    clock: Clock
    files: PdfFiles

    def __call__(
        self,
        feed: InvoiceFeed,
        *,
        find_pdf: FindPdf | None = None,
        dry_run: bool = False,
        refuse: Refuse = nowhere,
        actor: Actor | None = None,
    ) -> ImportReport:
        """Read `feed` to its end, a transaction for each batch; hand faulty rows to `refuse`.

        Without `find_pdf` the PDFs known before stay.  One that is missing or no PDF leaves
        a warning.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full; what was kept
                is kept, and importing the file again goes on from there.
            PdfFilesUnavailable: no PDF can be written; likewise.
        """
        tally, so_far, today = Tally.of(feed, refuse), FirstLines(), self.clock.today()
        put = self.files.name_of if dry_run else self.files.keep
        desk = find_pdf and PdfDesk(find_pdf, put)
        for rows in feed.batches():
            documents = desk.documents(rows.good) if desk else {}
            batch = _Batch(so_far, tally, documents, today)
            if dry_run:
                with self.look() as readers:
                    batch.judge(rows.good, readers.intake.billing)
            else:
                with self.begin() as work:
                    batch.judge(rows.good, work.intake.billing)
                    if changed := [*batch.created, *batch.updated]:
                        work.intake.billing.keep_invoices(changed)
                        announce(work, batch.created, at=self.clock.now(), today=today)
            tally.reject(rows.bad, batch.rejected)
        report = tally.report(is_dry_run=dry_run)
        note_import(self.begin, report, what="invoices", at=self.clock.now(), actor=actor)
        return report


@attrs.define
class _Batch:
    """What some rows that follow one another change."""

    so_far: FirstLines
    tally: Tally
    documents: Mapping[int, Document]
    today: date
    created: list[Invoice] = attrs.Factory(list)
    updated: list[Invoice] = attrs.Factory(list)
    rejected: list[Rejection] = attrs.Factory(list)

    def judge(self, rows: Sequence[InvoiceRow], intake: BillingIntake) -> None:
        contracts = intake.contracts({row.invoice.contract for row in rows})
        invoices = intake.invoices({row.invoice.number for row in rows})
        for row in rows:
            try:
                self._judge(row, contracts, invoices.get(row.invoice.number))
            except Refused as reason:
                self.rejected.append(Rejection(row.line, reason))

    def _judge(
        self, row: InvoiceRow, contracts: Collection[ContractNumber], known: Invoice | None
    ) -> None:
        invoice = row.invoice
        number, said = invoice.number, _said(row)
        if first := self.so_far.of(number.text):
            if not self.so_far.agrees(number.text, said):
                raise InvoiceOnLine(number=number, line=first)
            self.tally.count("unchanged")
            return
        if invoice.contract not in contracts:
            raise ContractUnknown(number=invoice.contract)
        if known and known.contract != invoice.contract:
            raise InvoiceOfAnotherContract(number=number, contract=known.contract)
        if invoice.balance.as_of > self.today:
            raise BalanceAhead(as_of=invoice.balance.as_of)
        self.so_far.note(number.text, line=row.line, fact=said)
        self._keep(self._told(row, known), known)

    def _told(self, row: InvoiceRow, known: Invoice | None) -> Invoice:
        """Return what the invoice becomes."""
        invoice, document = row.invoice, self.documents.get(row.line)
        if isinstance(document, Refused):
            self.tally.warn(document, line=row.line)
            document = None
        self._check_amounts(row)
        if known is None:
            return attrs.evolve(invoice, document=document) if document else invoice
        if invoice.balance.as_of < known.balance.as_of:
            about = BalanceOlder(
                number=invoice.number,
                as_of=invoice.balance.as_of,
                known_as_of=known.balance.as_of,
            )
            self.tally.warn(about, line=row.line)
            invoice = known
        return attrs.evolve(invoice, document=document or known.document)

    def _keep(self, told: Invoice, known: Invoice | None) -> None:
        if told == known:
            self.tally.count("unchanged")
        elif known:
            self.tally.count("updated")
            self.updated.append(told)
        else:
            self.tally.count("created")
            self.created.append(told)

    def _check_amounts(self, row: InvoiceRow) -> None:
        invoice = row.invoice
        net, vat = invoice.net, invoice.vat
        if net is not None and vat is not None and net + vat != invoice.total:
            about = AmountsDisagree(number=invoice.number, net=net, vat=vat, total=invoice.total)
            self.tally.warn(about, line=row.line)
        if Money.zero() < invoice.total < invoice.balance.amount:
            excess = MoreLeftThanCharged(
                number=invoice.number, left=invoice.balance.amount, total=invoice.total
            )
            self.tally.warn(excess, line=row.line)


def _said(row: InvoiceRow) -> Hashable:
    """Return what tells a row from another; -1 and -2, whose hash is one, are written out."""
    invoice = row.invoice
    figures = (invoice.volume_m3, invoice.total, invoice.balance.amount, invoice.net, invoice.vat)
    return invoice, row.pdf, *map(str, figures)

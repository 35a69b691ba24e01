"""What refusals about invoices say to a person."""

from collections.abc import Mapping

from siegvo.application.billing.gather_invoices import NoInvoicesThatYear
from siegvo.application.billing.open_invoice import NoInvoiceDocument
from siegvo.application.ports.pdf_files import PdfFileMissing
from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.domain.billing.e_invoicing import EInvoiceBeingChanged
from siegvo.domain.billing.invoice_number import InvalidInvoiceNumber
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    EInvoiceBeingChanged: (
        "Le service de facturation traite déjà la demande contraire, {reference}\u00a0: attendez"
        " qu’elle soit terminée, puis changez de nouveau, ou écrivez au service."
    ),
    InvalidInvoiceNumber: (
        "Saisissez le numéro tel qu’il figure sur la facture, par exemple 2026-EA-0018342."
    ),
    PdfFileMissing: (
        "Le PDF de cette facture n’est pas disponible\u00a0: demandez-le au service, dont les"
        " coordonnées sont en bas de cette page."
    ),
    NoInvoiceDocument: (
        "Le PDF de la facture n°\u00a0{number} n’est pas disponible\u00a0: demandez-le au service,"
        " dont les coordonnées sont en bas de cette page."
    ),
    NoInvoicesThatYear: "Aucune facture n’a été émise cette année-là.",
    InvoiceNotFound: "Aucune facture n°\u00a0{number} n’est liée à votre compte.",
}

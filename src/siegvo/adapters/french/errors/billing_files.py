"""What refusals of rows about invoices, and warnings about them, say to a person."""

from collections.abc import Mapping

from siegvo.application.exchange import import_collections, import_invoices, pdf_desk
from siegvo.application.ports import billing_faults, given_pdfs, line_bench
from siegvo.domain.errors import DomainError

SENTENCES: Mapping[type[DomainError], str] = {
    # A row that cannot be read
    billing_faults.NotAnInvoiceNumber: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un numéro de facture,"
        " comme 2026-EA-0018342"
    ),
    billing_faults.NotATreasuryReference: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas une référence, de 1 à 30\u00a0lettres"
        " et chiffres"
    ),
    billing_faults.NotAnAmount: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un montant en euros, comme 123,45"
    ),
    billing_faults.NotADecimal: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un nombre,"
        " avec {places}\u00a0décimales au plus"
    ),
    billing_faults.NotARate: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un taux, entre 0 et 100, comme 5,5"
    ),
    billing_faults.NotAVolume: (
        "{column}\u00a0: «\u00a0{given}\u00a0» n’est pas un volume, en m³ entiers"
    ),
    billing_faults.DueBeforeIssued: "l’échéance, le {due_on}, précède l’émission, le {issued_on}",
    billing_faults.CreditNoteAboveZero: (
        "le montant d’un avoir est négatif ou nul, celui-ci est de {total}"
    ),
    billing_faults.NothingReceived: "un encaissement ne peut pas être nul",
    # A row that contradicts the rest
    billing_faults.InvoiceUnknown: "la facture {number} est inconnue",
    import_invoices.InvoiceOnLine: (
        "la facture {number} figure déjà ligne\u00a0{line} avec d’autres données"
    ),
    import_invoices.InvoiceOfAnotherContract: (
        "la facture {number} est déjà celle du contrat {contract}"
    ),
    import_invoices.BalanceAhead: "la situation est au {as_of}, un jour à venir",
    line_bench.InvoiceLineOnLine: (
        "le rang {rank} de la facture {number} figure déjà ligne\u00a0{line}, avec d’autres données"
    ),
    import_collections.CollectionAhead: (
        "l’encaissement est daté du {received_on}, un jour à venir"
    ),
    # Warnings
    billing_faults.AmountsDisagree: (
        "Facture {number}\u00a0: {net} hors taxes et {vat} de TVA ne font pas {total}, qui fait"
        " foi."
    ),
    billing_faults.MoreLeftThanCharged: (
        "Facture {number}\u00a0: il reste {left} à payer pour un montant de {total}. Vérifiez-le"
        " auprès de la facturation."
    ),
    import_invoices.BalanceOlder: (
        "La situation de la facture {number} est déjà connue au {known_as_of}\u00a0: celle du"
        " {as_of} est écartée."
    ),
    pdf_desk.PdfOnLine: (
        "{file} est déjà le PDF de la facture de la ligne\u00a0{line}\u00a0: celle-ci est gardée"
        " sans lui."
    ),
    given_pdfs.PdfMissing: (
        "Le PDF {file} n’est pas dans le dossier\u00a0: la facture est gardée sans lui."
    ),
    given_pdfs.PdfRefused: (
        "{file} n’est pas un PDF de 10\u00a0Mio au plus, ou n’est pas un simple nom de"
        " fichier\u00a0: la facture est gardée sans lui."
    ),
}

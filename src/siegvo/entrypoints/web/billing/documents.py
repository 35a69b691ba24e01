"""The PDFs of invoices: one, or those of a year."""

from collections.abc import Iterable, Iterator
from typing import Final

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from siegvo.application.billing.gather_invoices import Gathered
from siegvo.application.billing.open_invoice import NoInvoiceDocument
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.billing.archive import ArchivedFile, archive
from siegvo.entrypoints.web.billing.query import asks_for_all
from siegvo.entrypoints.web.file_answer import shown_file
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("invoice_documents", __name__, url_prefix="/factures")

_MISSING: Final = "lisez-moi.txt"


@blueprint.get("/<invoice:number>.pdf")
@current.signed_in
def document(number: InvoiceNumber) -> ResponseReturnValue:
    """Hand over the PDF, or the part of it that was asked for."""
    try:
        found = current.portal().billing.open_invoice(holder=current.account(), number=number)
    except NoInvoiceDocument:
        return page("billing/no_document.html", number=str(number)), 404
    return shown_file(found.content, name=_file_name(number))


@blueprint.get("/annee/<int(fixed_digits=4,min=1):year>.zip")
@current.signed_in
def year_archive(year: int) -> ResponseReturnValue:
    """Hand over every PDF of a year; what is missing is named in a text beside them."""
    held = None if asks_for_all() else current.chosen_contract()
    contract = held.number if held else None
    gathered = current.portal().billing.gather_invoices(
        holder=current.account(), year=year, contract=contract
    )
    answer = Response(archive(_files(gathered)), mimetype="application/zip")
    name = _archive_name(year, contract)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _files(gathered: Iterable[Gathered]) -> Iterator[ArchivedFile]:
    missing = []
    for each in gathered:
        if each.document is None:
            missing.append(f"{each.number} (contrat {each.contract})")
            continue
        yield ArchivedFile(name=_file_name(each.number), content=each.document.content)
    if missing:
        yield ArchivedFile(name=_MISSING, content=_left_out(missing).encode("utf-8-sig"))


def _left_out(missing: Iterable[str]) -> str:
    return "\r\n".join(
        (
            "Le PDF de ces factures n’est pas dans l’archive.",
            "Ouvrez-les une par une sur le portail, ou demandez-les au service de facturation.",
            "",
            *missing,
            "",
        )
    )


def _file_name(number: InvoiceNumber) -> str:
    """Name a file with letters, digits, dots and dashes only: no header needs more."""
    return f"facture-{number}.pdf"


def _archive_name(year: int, contract: ContractNumber | None) -> str:
    return f"factures-{year}-{contract}.zip" if contract else f"factures-{year}.zip"

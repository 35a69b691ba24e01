"""The files of the billing system, opened for whoever imports or exports them."""

import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from siegvo.adapters.exchange_files.consumption_rows import consumption_rows
from siegvo.adapters.exchange_files.e_invoice_rows import e_invoice_rows
from siegvo.adapters.exchange_files.exports import reading_rows
from siegvo.adapters.exchange_files.opening import (
    open_collections,
    open_contracts,
    open_invoice_lines,
    open_invoices,
    open_meters,
    open_readings,
    settled,
)
from siegvo.adapters.exchange_files.payment_mode_rows import payment_mode_rows
from siegvo.adapters.exchange_files.rejects import RejectFile
from siegvo.adapters.exchange_files.request_rows import request_rows
from siegvo.adapters.exchange_files.sheet import Watch, nobody
from siegvo.adapters.exchange_files.writing import write_file, write_stream
from siegvo.adapters.files.pdf_folder import PdfFolder
from siegvo.application.ports.given_pdfs import FindPdf
from siegvo.application.readers.e_invoices import LeavingEInvoice
from siegvo.application.readers.requests import LeavingRequest
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.consumption import Consumption
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.domain.payments.change import PaymentChange

__all__ = [
    "RejectFile",
    "Watch",
    "consumption_file",
    "nobody",
    "open_collections",
    "open_contracts",
    "open_invoice_lines",
    "open_invoices",
    "open_meters",
    "open_readings",
    "pdfs_in",
    "settled",
    "write_e_invoices",
    "write_payment_modes",
    "write_readings",
    "write_requests",
]


def consumption_file(contract: ContractNumber, consumption: Consumption) -> bytes:
    """Return a file of what was drawn under a contract, as spreadsheets open it."""
    file = io.BytesIO()
    write_stream(file, consumption_rows(contract, consumption))
    return file.getvalue()


def pdfs_in(folder: Path) -> FindPdf:
    """Find the PDFs of invoices in one folder, and nowhere else."""
    return PdfFolder(folder)


def write_readings(readings: Sequence[SentReading], *, to: Path | None) -> None:
    """Write readings that leave for the billing system to a file, or on standard output.

    Raises:
        OSError: they cannot be written; a file that stood there is as it was.
    """
    _write(reading_rows(readings), to=to)


def write_requests(requests: Sequence[LeavingRequest], *, to: Path | None) -> None:
    """Write requests likewise.

    Raises:
        OSError: they cannot be written; a file that stood there is as it was.
    """
    _write(request_rows(requests), to=to)


def write_e_invoices(wishes: Sequence[LeavingEInvoice], *, to: Path | None) -> None:
    """Write what is asked about invoices by mail likewise.

    Raises:
        OSError: it cannot be written; a file that stood there is as it was.
    """
    _write(e_invoice_rows(wishes), to=to)


def write_payment_modes(changes: Sequence[PaymentChange], *, to: Path | None) -> None:
    """Write changes of payment mode likewise.

    Raises:
        OSError: they cannot be written; a file that stood there is as it was.
    """
    _write(payment_mode_rows(changes), to=to)


def _write(rows: Iterable[Sequence[str]], *, to: Path | None) -> None:
    if to is None:
        write_stream(sys.stdout.buffer, rows)
    else:
        write_file(to, rows)

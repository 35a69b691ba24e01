"""The files of the billing system, for those who import siegvo."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from os import PathLike
from pathlib import Path
from typing import Generic, TypeVar

import attrs

from siegvo.adapters.exchange_files.opening import (
    open_collections,
    open_contracts,
    open_invoice_lines,
    open_invoices,
    open_meters,
    open_readings,
)
from siegvo.application.exchange.export_direct_debits import HandOverDebits
from siegvo.application.exchange.export_e_invoices import HandOverEInvoices
from siegvo.application.exchange.export_mandates import HandOverMandates
from siegvo.application.exchange.export_payment_modes import HandOverPaymentModes
from siegvo.application.exchange.export_readings import HandOver
from siegvo.application.exchange.export_requests import HandOverRequests
from siegvo.application.ports.billing_feeds import CollectionFeed, InvoiceFeed, InvoiceLineFeed
from siegvo.application.ports.feeds import ContractFeed, Feed, MeterFeed, ReadingFeed
from siegvo.application.ports.given_pdfs import FindPdf
from siegvo.domain.errors import DomainError
from siegvo.entrypoints.exchange_files import pdfs_in as find_pdfs_in
from siegvo.entrypoints.exchange_files import (
    write_e_invoices,
    write_payment_modes,
    write_readings,
    write_requests,
)
from siegvo.entrypoints.private_files import write_debits, write_mandates

Batch = TypeVar("Batch")


@attrs.frozen
class _Feed(Generic[Batch]):
    """`Feed`, from a file that is open only while it is read."""

    path: Path
    opened: Callable[[Path], AbstractContextManager[Feed[Batch]]]

    @property
    def warnings(self) -> Sequence[DomainError]:
        with self.opened(self.path) as feed:
            return feed.warnings

    def batches(self) -> Iterator[Batch]:
        with self.opened(self.path) as feed:
            yield from feed.batches()


def contracts_file(path: str | PathLike[str]) -> ContractFeed:
    """Name a file of contracts, for `portal.exchange.import_contracts`, which opens it.

    The import raises `Refused` for a file whose header is not understood, and `OSError`
    for one that cannot be read.
    """
    return _Feed(Path(path), open_contracts)


def meters_file(path: str | PathLike[str]) -> MeterFeed:
    """Name a file of meters, as `contracts_file` does."""
    return _Feed(Path(path), open_meters)


def readings_file(path: str | PathLike[str]) -> ReadingFeed:
    """Name a file of readings, as `contracts_file` does."""
    return _Feed(Path(path), open_readings)


def invoices_file(path: str | PathLike[str]) -> InvoiceFeed:
    """Name a file of invoices, as `contracts_file` does; their PDFs are found by `pdfs_in`."""
    return _Feed(Path(path), open_invoices)


def pdfs_in(folder: str | PathLike[str]) -> FindPdf:
    """Name the folder of the PDFs that a file of invoices speaks of."""
    return find_pdfs_in(Path(folder))


def invoice_lines_file(path: str | PathLike[str]) -> InvoiceLineFeed:
    """Name a file of invoice lines, as `contracts_file` does."""
    return _Feed(Path(path), open_invoice_lines)


def collections_file(path: str | PathLike[str]) -> CollectionFeed:
    """Name a file of collections, as `contracts_file` does."""
    return _Feed(Path(path), open_collections)


def readings_into(path: str | PathLike[str]) -> HandOver:
    """Say where `portal.exchange.export_readings` writes: the whole file, or nothing.

    The export raises `OSError` for a file that cannot be written.
    """
    return partial(write_readings, to=Path(path))


def requests_into(path: str | PathLike[str]) -> HandOverRequests:
    """Say where `portal.exchange.export_requests` writes, as `readings_into` does."""
    return partial(write_requests, to=Path(path))


def e_invoices_into(path: str | PathLike[str]) -> HandOverEInvoices:
    """Say where `portal.exchange.export_e_invoices` writes, as `readings_into` does."""
    return partial(write_e_invoices, to=Path(path))


def payment_modes_into(path: str | PathLike[str]) -> HandOverPaymentModes:
    """Say where `portal.exchange.export_payment_modes` writes, as `readings_into` does."""
    return partial(write_payment_modes, to=Path(path))


def mandates_into(path: str | PathLike[str]) -> HandOverMandates:
    """Say where `portal.exchange.export_mandates` writes: a file for its owner alone."""
    return partial(write_mandates, to=Path(path))


def direct_debits_into(path: str | PathLike[str]) -> HandOverDebits:
    """Say where `portal.exchange.export_direct_debits` writes: a file for its owner alone."""
    return partial(write_debits, to=Path(path))

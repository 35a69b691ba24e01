"""Opening a file of the billing system."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from siegvo.adapters.exchange_files.collections import CollectionFile
from siegvo.adapters.exchange_files.contracts import ContractFile
from siegvo.adapters.exchange_files.invoice_lines import InvoiceLineFile
from siegvo.adapters.exchange_files.invoices import InvoiceFile
from siegvo.adapters.exchange_files.meters import MeterFile
from siegvo.adapters.exchange_files.readings import ReadingFile
from siegvo.adapters.exchange_files.sheet import Sheet, Watch, nobody


@contextmanager
def open_contracts(path: Path, *, watch: Watch = nobody) -> Iterator[ContractFile]:
    """Open a file of contracts, understood as far as its header.

    Raises:
        Refused: one of `application/ports/file_faults.py` says why.
    """
    with path.open("rb") as file:
        yield ContractFile.of(Sheet.of(file, watch=watch))


@contextmanager
def open_meters(path: Path, *, watch: Watch = nobody) -> Iterator[MeterFile]:
    """Open a file of meters, as `open_contracts` does."""
    with path.open("rb") as file:
        yield MeterFile.of(Sheet.of(file, watch=watch))


@contextmanager
def open_readings(path: Path, *, watch: Watch = nobody) -> Iterator[ReadingFile]:
    """Open a file of readings, as `open_contracts` does."""
    with path.open("rb") as file:
        yield ReadingFile.of(Sheet.of(file, watch=watch))


@contextmanager
def open_invoices(path: Path, *, watch: Watch = nobody) -> Iterator[InvoiceFile]:
    """Open a file of invoices, as `open_contracts` does."""
    with path.open("rb") as file:
        yield InvoiceFile.of(Sheet.of(file, watch=watch))


@contextmanager
def open_invoice_lines(path: Path, *, watch: Watch = nobody) -> Iterator[InvoiceLineFile]:
    """Open a file of invoice lines, as `open_contracts` does."""
    with path.open("rb") as file:
        yield InvoiceLineFile.of(Sheet.of(file, watch=watch))


@contextmanager
def open_collections(path: Path, *, watch: Watch = nobody) -> Iterator[CollectionFile]:
    """Open a file of collections, as `open_contracts` does."""
    with path.open("rb") as file:
        yield CollectionFile.of(Sheet.of(file, watch=watch))


@contextmanager
def settled(path: Path) -> Iterator[Path]:
    """Give a file that can be read twice: of a pipe, a copy."""
    if path.is_file():
        yield path
        return
    with NamedTemporaryFile(prefix="siegvo-", suffix=".csv") as copy:
        with path.open("rb") as pipe:
            shutil.copyfileobj(pipe, copy)
        copy.flush()
        yield Path(copy.name)

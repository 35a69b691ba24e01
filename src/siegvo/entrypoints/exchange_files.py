"""The files of the billing system, opened for whoever imports or exports them."""

import sys
from collections.abc import Sequence
from pathlib import Path

from siegvo.adapters.exchange_files.exports import reading_rows
from siegvo.adapters.exchange_files.opening import (
    open_contracts,
    open_meters,
    open_readings,
    settled,
)
from siegvo.adapters.exchange_files.rejects import RejectFile
from siegvo.adapters.exchange_files.sheet import Watch, nobody
from siegvo.adapters.exchange_files.writing import write_file, write_stream
from siegvo.domain.metering.sent_reading import SentReading

__all__ = [
    "RejectFile",
    "Watch",
    "nobody",
    "open_contracts",
    "open_meters",
    "open_readings",
    "settled",
    "write_readings",
]


def write_readings(readings: Sequence[SentReading], *, to: Path | None) -> None:
    """Write readings that leave for the billing system to a file, or on standard output.

    Raises:
        OSError: they cannot be written; a file that stood there is as it was.
    """
    rows = reading_rows(readings)
    if to is None:
        write_stream(sys.stdout.buffer, rows)
    else:
        write_file(to, rows)

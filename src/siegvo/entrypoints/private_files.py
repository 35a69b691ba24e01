"""Files with accounts in clear: for the bank and for the billing system, and for nobody else."""

import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from siegvo.adapters.banking.sepa_file import SepaXmlFiles
from siegvo.adapters.exchange_files.mandate_rows import mandate_rows
from siegvo.adapters.exchange_files.writing import write_stream
from siegvo.adapters.files.private_file import write_out, write_private
from siegvo.application.exchange.export_mandates import LeavingMandate
from siegvo.application.ports.sepa import DebitMessage
from siegvo.entrypoints.extras import extra


def write_debits(message: DebitMessage, *, to: Path | None) -> None:
    """Write a message for the bank to a file that its owner alone may read, or to a pipe.

    Raises:
        ExtraNotInstalled: what writes such messages is not installed.
        OSError: it cannot be written; a file that stood there is as it was.
    """
    with extra("banking"):
        content = SepaXmlFiles().write(message)
    _write(content, to=to)


def write_mandates(leaving: Sequence[LeavingMandate], *, to: Path | None) -> None:
    """Write mandates likewise.

    Raises:
        OSError: they cannot be written; a file that stood there is as it was.
    """
    rows = BytesIO()
    write_stream(rows, mandate_rows(leaving))
    _write(rows.getvalue(), to=to)


def _write(content: bytes, *, to: Path | None) -> None:
    if to is None:
        write_out(sys.stdout.buffer, content)
    else:
        write_private(to, content)

"""Where the invoice lines of one file lie until all of them are judged."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

import attrs

from siegvo.application.ports.billing_feeds import InvoiceLineRows
from siegvo.application.ports.feeds import Rejection
from siegvo.application.ports.reading_bench import Judged
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.errors import Refused


@attrs.frozen(kw_only=True)
class InvoiceLineOnLine(Refused):
    """The file says something else of the same rank of an invoice further up."""

    number: InvoiceNumber
    rank: int
    line: int


class InvoiceLineBench(Protocol):
    """Millions of rows may lie here, as on a `ReadingBench`.

    Of several rows about a rank of an invoice, the first stands.
    """

    def lay(self, rows: InvoiceLineRows) -> None:
        """Add the next rows of the file."""

    def weigh(self) -> Judged:
        """Say what `keep` would do."""

    def keep(self) -> Judged:
        """Keep the good ones, in several transactions; a second time, nothing is new."""

    def refused(self) -> Iterator[Rejection]:
        """Return those that `weigh` or `keep` refused, in the order of their lines."""


OpenInvoiceLineBench = Callable[[], AbstractContextManager[InvoiceLineBench]]
"""Clear a bench.

Raises:
    DatabaseUnavailable: it cannot be reached, is locked or full.
"""

"""Anything that can be written to and looked at, and that hears from the billing system."""

from typing import Protocol

from siegvo.application.ports.line_bench import OpenInvoiceLineBench
from siegvo.application.ports.reading_bench import OpenReadingBench
from siegvo.application.ports.work import Begin, Glance, Look
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.contracts.payer import Payer
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter import Meter
from siegvo.domain.policy import KEY_ENOUGH_BITS

Fact = Payer | Tenure | Meter | Invoice | InvoiceLine | Collection


class Store(Protocol):
    @property
    def begin(self) -> Begin: ...

    @property
    def look(self) -> Look: ...

    @property
    def glance(self) -> Glance: ...

    @property
    def open_reading_bench(self) -> OpenReadingBench: ...

    @property
    def open_invoice_line_bench(self) -> OpenInvoiceLineBench: ...

    def know(self, *facts: Fact, key_hash: str = "", key_bits: int = KEY_ENOUGH_BITS) -> None:
        """Keep what the billing system says, in place of what it said of the same things.

        A payer not told of yet is made up for its tenure; `key_hash` is that of each tenure,
        `key_bits` the strength of that key.
        """

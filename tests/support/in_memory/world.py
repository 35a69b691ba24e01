"""What survives between transactions, in memory."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.application.ports.work import Glance
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.contracts.payer import Payer
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter import Meter
from siegvo.domain.policy import KEY_ENOUGH_BITS
from tests.support.builders.contracts import a_payer
from tests.support.in_memory.line_bench import InMemoryInvoiceLineBench
from tests.support.in_memory.readers import InMemoryReaders
from tests.support.in_memory.reading_bench import InMemoryReadingBench
from tests.support.in_memory.work import InMemoryWork
from tests.support.store import Fact

_PATIENCE = 5.0


class World:
    """A database that is only imagined: each transaction changes a copy."""

    def __init__(self) -> None:
        self.kept = InMemoryWork()
        self._turn = Lock()

    @contextmanager
    def begin(self) -> Iterator[InMemoryWork]:
        if not self._turn.acquire(timeout=_PATIENCE):
            raise DatabaseUnavailable
        try:
            work = copy.deepcopy(self.kept)
            yield work
            self.kept = work  # reached only when the block did not raise
        finally:
            self._turn.release()

    @contextmanager
    def look(self) -> Iterator[InMemoryReaders]:
        seen = copy.deepcopy(self.kept)
        untouched = copy.deepcopy(seen)
        yield InMemoryReaders.of(seen)
        assert seen == untouched, "a look wrote"

    @property
    def glance(self) -> Glance:
        return self.look

    @contextmanager
    def open_reading_bench(self) -> Iterator[InMemoryReadingBench]:
        yield InMemoryReadingBench(self.begin)

    @contextmanager
    def open_invoice_line_bench(self) -> Iterator[InMemoryInvoiceLineBench]:
        yield InMemoryInvoiceLineBench(self.begin)

    def know(self, *facts: Fact, key_hash: str = "", key_bits: int = KEY_ENOUGH_BITS) -> None:
        with self.begin() as work:
            for fact in facts:
                match fact:
                    case Payer():
                        work.tenures.payers[fact.code] = fact
                    case Tenure():
                        work.tenures.payers.setdefault(fact.payer, a_payer(fact.payer.text))
                        work.tenures.learn(fact, key_hash=key_hash, key_bits=key_bits)
                    case Meter():
                        work.meters.kept[fact.serial] = fact
                    case Invoice():
                        work.invoices.kept[fact.number] = fact
                    case InvoiceLine():
                        work.invoices.lines[fact.invoice, fact.rank] = fact
                    case Collection():
                        work.invoices.collections.add(fact)

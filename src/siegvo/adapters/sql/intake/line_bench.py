"""A bench for invoice lines, in the database, beside the tables that everybody sees."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import attrs
from sqlalchemy import Engine, Row

from siegvo.adapters.sql.intake.beside import bench_beside
from siegvo.adapters.sql.intake.judging_lines import RULES
from siegvo.adapters.sql.intake.laid_lines import laid, line_bench
from siegvo.adapters.sql.intake.laying import Lay, way_to_lay
from siegvo.adapters.sql.intake.line_cells import line_cells
from siegvo.adapters.sql.intake.setwise import Setwise
from siegvo.adapters.sql.troubles import Translated
from siegvo.application.ports.billing_faults import InvoiceUnknown
from siegvo.application.ports.billing_feeds import InvoiceLineRows
from siegvo.application.ports.feeds import Rejection
from siegvo.application.ports.line_bench import InvoiceLineOnLine, OpenInvoiceLineBench
from siegvo.application.ports.reading_bench import Judged
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.errors import DomainError


@attrs.define
class SqlInvoiceLineBench:
    """`InvoiceLineBench`, in temporary tables of one connection."""

    rows: Setwise
    lay_down: Lay[InvoiceLineRows]

    def lay(self, rows: InvoiceLineRows) -> None:
        if rows.lines:
            self.lay_down(self.rows.connection, rows)
            self.rows.note(rows.lines)

    def weigh(self) -> Judged:
        return self.rows.weigh({})

    def keep(self) -> Judged:
        return self.rows.keep({})

    def refused(self) -> Iterator[Rejection]:
        for row in self.rows.refused():
            yield Rejection(row.line, _reason(row))


def _reason(row: Row[Any]) -> DomainError:
    number = InvoiceNumber(row.invoice)
    if row.first_line is None:
        return InvoiceUnknown(number=number)
    return InvoiceLineOnLine(number=number, rank=row.rank, line=row.first_line)


def sql_invoice_line_bench(engine: Engine) -> OpenInvoiceLineBench:
    """Return the way to clear a bench beside the database of `engine`."""

    @contextmanager
    def opened() -> Iterator[SqlInvoiceLineBench]:
        with Translated(), bench_beside(engine, line_bench) as connection:
            lay_down = way_to_lay(connection, laid, line_cells)
            yield SqlInvoiceLineBench(Setwise(connection, RULES), lay_down)

    return opened

"""A real database, with both ways into it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

import attrs
from sqlalchemy import ClauseElement, Engine, event

from siegvo.adapters.sql.intake.bench import sql_reading_bench
from siegvo.adapters.sql.intake.line_bench import sql_invoice_line_bench
from siegvo.adapters.sql.work import sights_of, sql_glance, sql_look, sql_work
from siegvo.application.ports.line_bench import OpenInvoiceLineBench
from siegvo.application.ports.reading_bench import OpenReadingBench
from siegvo.application.ports.work import Begin, Glance, Look
from siegvo.domain.policy import KEY_ENOUGH_BITS
from tests.support.billing_system import tell
from tests.support.store import Fact


@attrs.frozen
class Database:
    engine: Engine
    begin: Begin
    look: Look
    glance: Glance
    open_reading_bench: OpenReadingBench
    open_invoice_line_bench: OpenInvoiceLineBench

    @classmethod
    def on(cls, engine: Engine) -> Self:
        sights = sights_of(engine)
        return cls(
            engine,
            begin=sql_work(engine),
            look=sql_look(sights),
            glance=sql_glance(sights),
            open_reading_bench=sql_reading_bench(engine),
            open_invoice_line_bench=sql_invoice_line_bench(engine),
        )

    def know(self, *facts: Fact, key_hash: str = "", key_bits: int = KEY_ENOUGH_BITS) -> None:
        with self.engine.begin() as connection:
            for fact in facts:
                tell(connection, fact, key_hash=key_hash, key_bits=key_bits)


class _Noting(logging.Handler):
    """Notes the statements that are handed to the driver as they are."""

    def __init__(self, noted: list[str]) -> None:
        super().__init__()
        self._noted = noted

    def emit(self, record: logging.LogRecord) -> None:
        self._noted.append(record.getMessage())


@contextmanager
def statements_noted() -> Iterator[list[str]]:
    """Note each statement that is run meanwhile, through whichever engine."""
    noted: list[str] = []
    log, handler = logging.getLogger("siegvo.sql.prepared"), _Noting(noted)

    def note(*facts: object) -> None:
        noted.append(str(facts[2]))

    event.listen(Engine, "before_cursor_execute", note)
    log.addHandler(handler)
    level = log.level
    log.setLevel(logging.DEBUG)
    try:
        yield noted
    finally:
        log.setLevel(level)
        log.removeHandler(handler)
        event.remove(Engine, "before_cursor_execute", note)


@contextmanager
def compiled_noted() -> Iterator[list[ClauseElement]]:
    """Note each statement that SQLAlchemy is given meanwhile, to compile it or to find it."""
    noted: list[ClauseElement] = []

    def note(_connection: object, statement: ClauseElement, *_: object) -> None:
        noted.append(statement)

    event.listen(Engine, "before_execute", note)
    try:
        yield noted
    finally:
        event.remove(Engine, "before_execute", note)

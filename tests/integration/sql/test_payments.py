"""Click, pay, refuse, notify, fall silent, die in any order, on a real database."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from siegvo.adapters.sql.engine import open_engine
from tests.support.database import Database
from tests.support.payment_machine import PaymentMachine
from tests.support.store import Store


def test_an_invoice_is_paid_exactly_when_the_treasury_says_so(
    sqlite_template: Path, tmp_path: Path
) -> None:
    @contextmanager
    def fresh() -> Iterator[Store]:
        engine = open_engine(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'model.db')}")
        try:
            yield Database.on(engine)
        finally:
            engine.dispose()
            for left in tmp_path.glob("model.db*"):
                left.unlink()

    class OnSqlite(PaymentMachine):
        open_store = staticmethod(fresh)

    run_state_machine_as_test(
        OnSqlite, settings=settings(max_examples=8, stateful_step_count=15, deadline=None)
    )

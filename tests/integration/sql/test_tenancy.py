"""Register, link, move, import, unlink in any order, on a real database."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from siegvo.adapters.sql.engine import open_engine
from tests.support.database import Database
from tests.support.store import Store
from tests.support.tenancy_machine import TenancyMachine


def test_nobody_sees_another_s_days(sqlite_template: Path, tmp_path: Path) -> None:
    @contextmanager
    def fresh() -> Iterator[Store]:
        engine = open_engine(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'model.db')}")
        try:
            yield Database.on(engine)
        finally:
            engine.dispose()
            for left in tmp_path.glob("model.db*"):
                left.unlink()

    class OnSqlite(TenancyMachine):
        open_store = staticmethod(fresh)

    run_state_machine_as_test(
        OnSqlite, settings=settings(max_examples=6, stateful_step_count=10, deadline=None)
    )

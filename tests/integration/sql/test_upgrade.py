"""The schema, from nothing to what the tables say."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.schema import metadata
from siegvo.adapters.sql.upgrade import SchemaTooNew, pending, upgrade
from tests.support.postgresql import fresh_database
from tests.support.upgrading import upgraded

EVERYTHING = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
    "0017",
    "0018",
    "0019",
    "0020",
)


@pytest.fixture
def empty_sqlite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture
def empty_postgresql(postgresql_cluster: str) -> Iterator[str]:
    with fresh_database(postgresql_cluster) as url:
        yield url


@pytest.fixture(params=["empty_sqlite", "empty_postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
def empty(empty_url: str) -> Iterator[Engine]:
    engine = open_engine(empty_url)
    yield engine
    engine.dispose()


class TestAnUpgrade:
    def test_makes_what_the_tables_say(self, engine: Engine) -> None:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})

            assert compare_metadata(context, metadata) == []

    def test_makes_the_constraints_the_tables_say(self, engine: Engine, empty_sqlite: str) -> None:
        model = open_engine(empty_sqlite)
        metadata.create_all(model)

        for table in metadata.tables:
            assert _constraints(engine, table) == _constraints(model, table)
        model.dispose()

    def test_runs_what_is_pending_once(self, empty: Engine) -> None:
        assert pending(empty) == EVERYTHING

        assert upgrade(empty) == EVERYTHING

        assert pending(empty) == ()
        assert upgrade(empty) == ()

    def test_may_be_run_by_several_processes_at_once(self, empty_url: str) -> None:
        with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as processes:
            done = list(processes.map(upgraded, [empty_url] * 4))

        assert sorted(done) == [(), (), (), EVERYTHING]

    def test_leaves_connections_as_it_found_them(self, sqlite_url: str) -> None:
        engine = open_engine(sqlite_url)
        upgrade(engine)

        with engine.connect() as connection:
            assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        engine.dispose()

    def test_refuses_a_database_of_a_later_release(self, engine: Engine) -> None:
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

        with pytest.raises(SchemaTooNew):
            upgrade(engine)
        with pytest.raises(SchemaTooNew):
            pending(engine)


def _constraints(engine: Engine, table: str) -> object:
    """List the names of what a table forbids; Alembic compares no checks by itself."""
    inspector = inspect(engine)
    return (
        sorted(str(check["name"]) for check in inspector.get_check_constraints(table)),
        sorted(str(unique["name"]) for unique in inspector.get_unique_constraints(table)),
        sorted(str(key["name"]) for key in inspector.get_foreign_keys(table)),
        inspector.get_pk_constraint(table)["name"],
    )

"""What we ask of SQLite in particular."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from siegvo.adapters.sql.driver import Version, is_sound, sqlite_driver
from siegvo.adapters.sql.engine import open_engine, reading, unsound_sqlite


@pytest.fixture
def engine(sqlite_url: str) -> Iterator[Engine]:
    engine = open_engine(sqlite_url)
    yield engine
    engine.dispose()


def _pragma(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


class TestEachConnection:
    @pytest.mark.parametrize(
        ("pragma", "value"),
        [
            ("journal_mode", "wal"),
            ("synchronous", 2),
            ("foreign_keys", 1),
            ("busy_timeout", 5000),
            ("trusted_schema", 0),
            ("secure_delete", 2),
            ("mmap_size", 0),
            ("analysis_limit", 400),
            ("journal_size_limit", 64 * 2**20),
        ],
    )
    def test_is_durable_and_careful(self, engine: Engine, pragma: str, value: object) -> None:
        assert _pragma(engine, pragma) == value
        assert _pragma(reading(engine), pragma) == value

    def test_writes_or_looks_for_life(self, engine: Engine) -> None:
        assert _pragma(engine, "query_only") == 0
        assert _pragma(reading(engine), "query_only") == 1


class TestASoundSqlite:
    @pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 0), (4, 0, 0), (3, 50, 7), (3, 44, 6)])
    def test_is_recent_or_mended(self, version: Version) -> None:
        assert is_sound(version)

    @pytest.mark.parametrize("version", [(3, 51, 2), (3, 50, 6), (3, 44, 5), (3, 40, 1)])
    def test_is_not_one_that_may_corrupt_the_file(self, version: Version) -> None:
        assert not is_sound(version)

    def test_is_the_one_we_use(self, sqlite_url: str) -> None:
        assert is_sound(sqlite_driver().sqlite_version_info)
        assert unsound_sqlite(sqlite_url) is None

    def test_is_of_no_concern_to_postgresql(self) -> None:
        assert unsound_sqlite("postgresql+psycopg://localhost/siegvo") is None

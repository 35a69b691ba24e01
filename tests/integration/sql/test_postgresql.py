"""What we ask of PostgreSQL in particular."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from siegvo.adapters.sql.engine import open_engine, reading


@pytest.fixture
def engine(postgresql_url: str) -> Iterator[Engine]:
    engine = open_engine(postgresql_url)
    yield engine
    engine.dispose()


def _shown(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"SHOW {name}").scalar_one()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("timezone", "UTC"),
        ("lock_timeout", "3s"),
        ("statement_timeout", "10s"),
        ("idle_in_transaction_session_timeout", "15s"),
    ],
)
def test_nobody_holds_a_connection_for_long(engine: Engine, setting: str, value: str) -> None:
    assert _shown(engine, setting) == value
    assert _shown(reading(engine), setting) == value


def test_a_connection_writes_or_looks_for_life(engine: Engine) -> None:
    assert _shown(engine, "transaction_read_only") == "off"
    assert _shown(engine, "transaction_isolation") == "read committed"
    assert _shown(reading(engine), "transaction_read_only") == "on"
    assert _shown(reading(engine), "transaction_isolation") == "repeatable read"

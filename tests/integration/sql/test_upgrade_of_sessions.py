"""Sessions opened before their cookies changed value."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Boolean, Engine, Uuid, column, insert, inspect, table

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.upgrade import upgrade
from tests.support.builders.accounts import ALICE, NOON, a_session
from tests.support.database import Database
from tests.support.postgresql import fresh_database

LATER = NOON + timedelta(hours=2)
OF_ALICE = {"email": "a@b.fr", "email_key": "a@b.fr", "password_hash": "", "version": 0}
OPENED = {"account": ALICE, "opened_at": NOON, "seen_at": LATER, "device": "Firefox"}
ACCOUNTS = table(
    "accounts",
    column("id", Uuid),
    column("activated_at", Instant),
    *map(column, OF_ALICE),
)
SESSIONS = table(
    "sessions",
    column("fingerprint"),
    column("remembered", Boolean),
    column("account", Uuid),
    column("opened_at", Instant),
    column("seen_at", Instant),
    column("device"),
)


@pytest.fixture
def old_sqlite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'old.db'}"


@pytest.fixture
def old_postgresql(postgresql_cluster: str) -> Iterator[str]:
    with fresh_database(postgresql_cluster) as url:
        yield url


@pytest.fixture(params=["old_sqlite", "old_postgresql"])
def old(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Give a database of the release before, with two sessions in it."""
    engine = open_engine(request.getfixturevalue(request.param))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "siegvo.adapters.sql:migrations")
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0005")
        connection.execute(insert(ACCOUNTS), {"id": ALICE, "activated_at": NOON, **OF_ALICE})
        connection.execute(
            insert(SESSIONS),
            [
                {"fingerprint": "1", "remembered": True, **OPENED},
                {"fingerprint": "2", "remembered": False, **OPENED},
            ],
        )
    yield engine
    engine.dispose()


class TestTheUpgradeOfSessions:
    def test_signs_nobody_out(self, old: Engine) -> None:
        upgrade(old)

        with Database.on(old).begin() as work:
            first, second = work.sessions.of("1"), work.sessions.of("2")

        assert first
        assert second
        assert first == a_session("1", seen=LATER, remembered=True, family=first.family)
        assert second == a_session("2", seen=LATER, family=second.family)
        assert first.family != second.family

    def test_leaves_nothing_else_behind(self, old: Engine) -> None:
        upgrade(old)

        assert "sessions_before" not in inspect(old).get_table_names()

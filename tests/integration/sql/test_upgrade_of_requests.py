"""Requests made before they could outlive an account."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, Integer, Uuid, column, insert, table

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.tables.columns import Instant
from siegvo.adapters.sql.upgrade import upgrade
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.requests import a_request
from tests.support.database import Database
from tests.support.postgresql import fresh_database

ACCOUNT = {"email": "a@b.fr", "email_key": "a@b.fr", "password_hash": "", "version": 0}
REQUEST = {"reference": "D-2026-000001", "kind": "reading", "state": "registered", "version": 0}
STEP = {"reference": "D-2026-000001", "rank": 0, "state": "registered"}


@pytest.fixture
def old_sqlite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'old.db'}"


@pytest.fixture
def old_postgresql(postgresql_cluster: str) -> Iterator[str]:
    with fresh_database(postgresql_cluster) as url:
        yield url


@pytest.fixture(params=["old_sqlite", "old_postgresql"])
def old(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Give a database of the release before, with a request and its step in it."""
    engine = open_engine(request.getfixturevalue(request.param))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "siegvo.adapters.sql:migrations")
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0006")
        _fill(connection)
    yield engine
    engine.dispose()


def _fill(connection: Connection) -> None:
    accounts = table(
        "accounts", column("id", Uuid), column("activated_at", Instant), *map(column, ACCOUNT)
    )
    requests = table(
        "requests", column("account", Uuid), column("asked_at", Instant), *map(column, REQUEST)
    )
    steps = table("request_steps", column("at", Instant), *map(column, STEP))
    ranks = table("request_ranks", column("year", Integer), column("last", Integer))
    connection.execute(insert(accounts), {"id": ALICE, "activated_at": NOON, **ACCOUNT})
    connection.execute(insert(requests), {"account": ALICE, "asked_at": NOON, **REQUEST})
    connection.execute(insert(steps), {"at": NOON, **STEP})
    connection.execute(insert(ranks), {"year": 2026, "last": 1})


class TestTheUpgradeOfRequests:
    def test_keeps_them_and_their_history(self, old: Engine) -> None:
        upgrade(old)

        with Database.on(old).begin() as work:
            assert work.requests.of(RequestReference(2026, 1)) == a_request(1, contract=None)

    def test_lets_their_account_go(self, old: Engine) -> None:
        upgrade(old)

        with Database.on(old).begin() as work:
            work.requests.disown(ALICE)
            work.accounts.remove(ALICE)

            assert work.requests.of(RequestReference(2026, 1)).account is None

"""What we ask of the databases and they do not do by themselves."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, Table, insert, select, update
from sqlalchemy.exc import IntegrityError, StatementError

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.tables.accounts import sessions
from siegvo.adapters.sql.tables.columns import Instant
from tests.support.builders.accounts import ALICE, NOON

scratch = MetaData()
counters = Table("counters", scratch, Column("count", Integer))
moments = Table("moments", scratch, Column("at", Instant))

SESSION_OF_NOBODY = {
    "fingerprint": "a secret",
    "family": ALICE,
    "account": ALICE,
    "opened_at": NOON,
    "seen_at": NOON,
    "proved_at": NOON,
    "remembered": False,
    "device": "a secret",
    "place": "a secret",
}


@pytest.fixture(autouse=True)
def _scratch(engine: Engine) -> None:
    scratch.create_all(engine)


class TestAWriter:
    def test_waits_for_another(self, engine: Engine) -> None:
        with engine.begin() as connection:
            connection.execute(insert(counters).values(count=0))

        def count_one(_: int) -> None:
            with engine.begin() as connection:
                counted = select(counters.c.count).with_for_update()
                count = connection.scalars(counted).one()
                connection.execute(update(counters).values(count=count + 1))

        with ThreadPoolExecutor(4) as threads:
            list(threads.map(count_one, range(40)))

        with engine.begin() as connection:
            assert connection.scalars(select(counters.c.count)).one() == 40

    def test_refers_to_what_exists(self, engine: Engine) -> None:
        with engine.begin() as connection, pytest.raises(IntegrityError):
            connection.execute(insert(sessions).values(SESSION_OF_NOBODY))

    def test_is_not_quoted_by_its_failures(self, engine: Engine) -> None:
        with engine.begin() as connection, pytest.raises(IntegrityError) as failure:
            connection.execute(insert(sessions).values(SESSION_OF_NOBODY))

        assert "a secret" not in str(failure.value)


class TestAnInstant:
    def test_comes_back_in_utc(self, engine: Engine) -> None:
        summer = datetime.fromisoformat("2026-07-01T12:00:00.123456+02:00")
        with engine.begin() as connection:
            connection.execute(insert(moments).values(at=summer))

            kept = connection.scalars(select(moments.c.at)).one()

        assert kept == summer
        assert kept.utcoffset() == UTC.utcoffset(None)

    def test_is_refused_without_a_zone(self, engine: Engine) -> None:
        naive = NOON.replace(tzinfo=None)

        with engine.begin() as connection, pytest.raises(StatementError):
            connection.execute(insert(moments).values(at=naive))


class TestAnEngine:
    def test_connects_to_nothing_until_asked(self) -> None:
        for url in ("sqlite:////nowhere/at/all.db", "postgresql+psycopg://nowhere.invalid/x"):
            open_engine(url).dispose()

"""Looks at a database: what they see, what they may do, and what becomes of their connections."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, insert, select, text
from sqlalchemy.exc import DBAPIError

from siegvo.adapters.sql.engine import open_engine, reading
from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.sights import MOST_AT_ONCE, MoreThanAGlance, Sights
from siegvo.adapters.sql.troubles import Translated
from siegvo.application.ports.unavailable import DatabaseUnavailable
from tests.support.postgresql import end_others
from tests.support.programs import PATIENCE

scratch = MetaData()
counters = Table("counters", scratch, Column("count", Integer))
COUNTS = Prepared(select(counters.c.count))

OFTEN = 20
"""More often than it takes a driver to prepare a statement by itself."""

Count = Callable[[Connection], list[int]]


def _by_sqlalchemy(connection: Connection) -> list[int]:
    return list(connection.scalars(select(counters.c.count)))


def _by_the_driver(connection: Connection) -> list[int]:
    return [row.count for row in COUNTS.rows(connection, {})]


@pytest.fixture(autouse=True)
def _scratch(engine: Engine) -> None:
    scratch.create_all(engine)


@pytest.fixture
def sights(engine: Engine) -> Sights:
    return Sights(reading(engine))


@pytest.fixture(params=[_by_sqlalchemy, _by_the_driver])
def count(request: pytest.FixtureRequest) -> Count:
    """Give each way to ask, in turn."""
    asked: Count = request.param
    return asked


def _driver(connection: Connection) -> object:
    return connection.connection.driver_connection


def _count_one(engine: Engine) -> None:
    with engine.begin() as writer:
        writer.execute(insert(counters).values(count=1))


def _look_and_fail(sights: Sights, count: Count) -> None:
    with sights.look() as connection:
        count(connection)
        connection.execute(text("SELECT nothing FROM nowhere"))


def _look_while_it_restarts(sights: Sights, count: Count, url: str) -> None:
    with Translated(), sights.look() as connection:
        end_others(url)
        count(connection)


def _glance_twice(sights: Sights) -> None:
    with sights.glance() as connection:
        _by_the_driver(connection)
        _by_the_driver(connection)


def _glance_while_it_restarts(sights: Sights, url: str) -> None:
    with Translated(), sights.glance() as connection:
        end_others(url)
        _by_the_driver(connection)


class TestALook:
    def test_cannot_write(self, engine: Engine, sights: Sights) -> None:
        with pytest.raises(DBAPIError), sights.look() as connection:
            connection.execute(insert(counters).values(count=1))

        with engine.begin() as connection:
            assert _by_sqlalchemy(connection) == []

    def test_sees_one_moment_whoever_is_asked(self, engine: Engine, sights: Sights) -> None:
        with sights.look() as connection:
            before = _by_the_driver(connection)
            _count_one(engine)

            assert _by_sqlalchemy(connection) == before
            assert _by_the_driver(connection) == before

    def test_is_over_with_its_block(self, engine: Engine, sights: Sights, count: Count) -> None:
        with sights.look() as connection:
            assert count(connection) == []
        _count_one(engine)

        with sights.look() as connection:
            assert count(connection) == [1]

    def test_is_over_after_a_mistake(self, engine: Engine, sights: Sights, count: Count) -> None:
        with pytest.raises(DBAPIError):
            _look_and_fail(sights, count)
        _count_one(engine)

        with sights.look() as connection:
            assert count(connection) == [1]

    def test_leaves_no_transaction_open(self, engine: Engine, sights: Sights, count: Count) -> None:
        with sights.look() as connection:
            count(connection)
            driver = _driver(connection)

        if engine.dialect.name == "sqlite":
            assert driver.in_transaction is False  # type: ignore[attr-defined]
        else:
            assert driver.info.transaction_status.name == "IDLE"  # type: ignore[attr-defined]


class TestAGlance:
    def test_sees_what_was_written_before(self, engine: Engine, sights: Sights) -> None:
        for known in ([], [1], [1, 1]):
            with sights.glance() as connection:
                assert _by_the_driver(connection) == known
            _count_one(engine)

    def test_cannot_write(self, sights: Sights) -> None:
        writes = "INSERT INTO counters (count) VALUES (1)"
        with sights.glance() as connection:
            trouble = connection.dialect.loaded_dbapi.Error
            with pytest.raises(trouble):
                _driver(connection).execute(writes)  # type: ignore[attr-defined]

        with sights.glance() as connection:
            assert _by_the_driver(connection) == []

    def test_is_of_one_statement(self, sights: Sights) -> None:
        with pytest.raises(MoreThanAGlance):
            _glance_twice(sights)

    def test_is_not_sqlalchemy_s(self, sights: Sights) -> None:
        with pytest.raises(MoreThanAGlance), sights.glance() as connection:
            _by_sqlalchemy(connection)

    def test_never_begins_a_transaction(self, sights: Sights) -> None:
        with sights.glance() as connection:
            _by_the_driver(connection)
            driver = _driver(connection)

            if connection.dialect.name == "sqlite":
                assert driver.in_transaction is False  # type: ignore[attr-defined]
            else:
                assert driver.info.transaction_status.name == "IDLE"  # type: ignore[attr-defined]

    def test_knows_its_statements_whatever_was_looked_at_meanwhile(self, sights: Sights) -> None:
        with sights.glance() as connection:
            before = _driver(connection)
            _by_the_driver(connection)
        with sights.look() as connection:
            for _ in range(OFTEN):
                _by_sqlalchemy(connection)

        with sights.glance() as connection:
            assert _driver(connection) is before
            assert _by_the_driver(connection) == []

    def test_is_told_anew_to_a_server_that_forgot(self, postgresql_url: str) -> None:
        engine = open_engine(postgresql_url)
        scratch.create_all(engine)
        sights = Sights(reading(engine))
        with sights.glance() as connection:
            _by_the_driver(connection)
            driver: Any = _driver(connection)
        driver.execute("DEALLOCATE ALL")

        with sights.glance() as connection:
            assert _driver(connection) is driver
            assert _by_the_driver(connection) == []
        engine.dispose()

    def test_is_good_again_after_a_mistake(self, sights: Sights) -> None:
        for _ in range(MOST_AT_ONCE + 1):
            with pytest.raises(MoreThanAGlance):
                _glance_twice(sights)

        with sights.glance() as connection:
            assert _by_the_driver(connection) == []

    def test_goes_to_another_connection_when_one_died_between_two(
        self, postgresql_url: str
    ) -> None:
        engine = open_engine(postgresql_url)
        scratch.create_all(engine)
        sights = Sights(reading(engine))
        with sights.glance() as connection:
            _by_the_driver(connection)

        end_others(postgresql_url)

        with sights.glance() as connection:
            assert _by_the_driver(connection) == []
        engine.dispose()

    def test_ends_in_trouble_when_the_connection_dies_in_it(self, postgresql_url: str) -> None:
        engine = open_engine(postgresql_url)
        scratch.create_all(engine)
        sights = Sights(reading(engine))

        with pytest.raises(DatabaseUnavailable):
            _glance_while_it_restarts(sights, postgresql_url)

        with Translated(), sights.glance() as connection:
            assert _by_the_driver(connection) == []
        engine.dispose()


class TestAConnection:
    def test_is_lent_again(self, sights: Sights) -> None:
        seen = set()
        for _ in range(5):
            with sights.look() as connection:
                seen.add(id(_driver(connection)))

        assert len(seen) == 1

    def test_is_lent_to_one_look_at_a_time(self, sights: Sights) -> None:
        with sights.look() as one, sights.look() as other:
            assert _driver(one) is not _driver(other)

    def test_outlives_the_thread_that_used_it(self, sights: Sights, count: Count) -> None:
        def look(_: int) -> object:
            with sights.look() as connection:
                assert count(connection) == []
                return _driver(connection)

        seen = set()
        for _ in range(3):
            with ThreadPoolExecutor(1) as thread:
                seen |= set(thread.map(look, range(2)))

        assert len(seen) == 1

    def test_ends_with_the_engine(self, engine: Engine, sights: Sights) -> None:
        with sights.look() as connection:
            pass

        engine.dispose()

        assert connection.closed

    def test_is_replaced_unnoticed_when_it_died_between_two_looks(
        self, postgresql_url: str, count: Count
    ) -> None:
        engine = open_engine(postgresql_url)
        scratch.create_all(engine)
        sights = Sights(reading(engine))
        with sights.look() as connection:
            count(connection)

        end_others(postgresql_url)

        with sights.look() as connection:
            assert count(connection) == []
        engine.dispose()

    def test_is_given_up_when_it_dies_in_a_look(self, postgresql_url: str, count: Count) -> None:
        engine = open_engine(postgresql_url)
        scratch.create_all(engine)
        sights = Sights(reading(engine))

        with pytest.raises(DatabaseUnavailable):
            _look_while_it_restarts(sights, count, postgresql_url)

        with Translated(), sights.look() as connection:
            assert count(connection) == []
        engine.dispose()


class TestAPlace:
    def test_is_waited_for(self, sights: Sights, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("siegvo.adapters.sql.sights._PATIENCE", PATIENCE)
        everybody = Barrier(MOST_AT_ONCE)

        def look(turn: int) -> list[int]:
            with sights.look() as connection:
                if turn < MOST_AT_ONCE:
                    everybody.wait()  # every place is taken; those who come now wait
                return _by_the_driver(connection)

        with ThreadPoolExecutor(MOST_AT_ONCE + 5) as crowd:
            seen = list(crowd.map(look, range(MOST_AT_ONCE + 5)))

        assert seen == [[]] * (MOST_AT_ONCE + 5)

    def test_is_free_again_after_whatever_happened(self, sights: Sights) -> None:
        for _ in range(MOST_AT_ONCE + 1):
            with pytest.raises(ZeroDivisionError), sights.look():
                raise ZeroDivisionError

    def test_is_not_lost_by_a_database_out_of_reach(self) -> None:
        sights = Sights(reading(open_engine("sqlite:////nowhere/at/all.db")))

        for _ in range(MOST_AT_ONCE + 1):
            with pytest.raises(DatabaseUnavailable), Translated(), sights.look():
                pass

    def test_is_not_waited_for_without_end(
        self, sights: Sights, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("siegvo.adapters.sql.sights._PATIENCE", 0.01)

        with ExitStack() as opened:
            for _ in range(MOST_AT_ONCE):
                opened.enter_context(sights.look())
            with pytest.raises(DatabaseUnavailable), sights.look():
                pass


def _in_a_child(work: Callable[[], None]) -> int:
    """Do `work` in a forked process, and return its exit code."""
    pid = os.fork()
    if not pid:
        try:
            work()
        except BaseException:  # noqa: BLE001 - whatever it is, the parent is told
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


class TestAForkedProcess:
    def test_leaves_the_connections_of_its_parent_alone(self, sights: Sights) -> None:
        with sights.look() as connection:
            parents = _driver(connection)

        def look() -> None:
            with sights.look() as other:
                assert _driver(other) is not parents
                assert _by_the_driver(other) == []

        assert _in_a_child(look) == 0
        with sights.look() as connection:
            assert _driver(connection) is parents
            assert _by_the_driver(connection) == []

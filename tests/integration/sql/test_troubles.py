"""A database that cannot serve, whatever the reason, is only unavailable."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import DBAPIError

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.work import sights_of, sql_look, sql_work
from siegvo.application.ports.unavailable import DatabaseUnavailable
from siegvo.application.ports.work import Begin
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.database import Database
from tests.support.felt_time import felt_time
from tests.support.postgresql import end_others


class TestADatabaseHeldBySomeoneElse:
    def test_is_unavailable_within_six_seconds(self, database: Database) -> None:
        with database.begin() as holder:
            holder.requests.new_reference(2026)

            with (
                felt_time() as waited,
                pytest.raises(DatabaseUnavailable),
                database.begin() as work,
            ):
                work.requests.new_reference(2026)

        assert waited.seconds < 6

    def test_can_still_be_looked_at(self, database: Database) -> None:
        with database.begin() as holder:
            holder.accounts.add(an_account(ALICE))

            with database.look() as readers:
                assert readers.accounts.with_email(an_account(ALICE).email) is None


class TestADatabaseOutOfReach:
    @pytest.mark.parametrize(
        "url",
        ["sqlite:////nowhere/at/all.db", "postgresql+psycopg://siegvo@127.0.0.1:1/siegvo"],
        ids=["sqlite", "postgresql"],
    )
    def test_is_unavailable(self, url: str) -> None:
        engine = open_engine(url)

        with pytest.raises(DatabaseUnavailable), sql_work(engine)():
            pass
        with pytest.raises(DatabaseUnavailable), sql_look(sights_of(engine))():
            pass

        engine.dispose()


class TestAFullDisk:
    @pytest.fixture
    def engine(self, sqlite_url: str) -> Iterator[Engine]:
        engine = open_engine(sqlite_url)
        event.listen(engine, "connect", _let_it_grow_no_more)
        yield engine
        engine.dispose()

    def test_makes_it_unavailable_and_undoes_the_work(self, engine: Engine) -> None:
        begin, look = sql_work(engine), sql_look(sights_of(engine))
        keys = tuple(f"a key among many {number:040}" for number in range(10_000))

        with pytest.raises(DatabaseUnavailable), begin() as work:
            work.attempts.add(keys, at=NOON)

        with look() as readers:
            assert readers.attempts.tally(keys[0], since=NOON.replace(year=2000)).times == 0


class TestAServerThatRestarts:
    def test_is_unavailable_to_who_was_in_the_middle_and_to_nobody_after(
        self, postgresql_url: str
    ) -> None:
        engine = open_engine(postgresql_url)
        begin = sql_work(engine)
        with begin() as work:
            work.requests.new_reference(2026)

        with pytest.raises(DatabaseUnavailable):
            _work_while_the_server_restarts(begin, postgresql_url)

        with begin() as work:
            assert work.requests.new_reference(2026).rank == 2
        engine.dispose()

    def test_goes_unnoticed_between_two_visits(self, postgresql_url: str) -> None:
        engine = open_engine(postgresql_url)
        begin = sql_work(engine)
        with begin() as work:
            work.requests.new_reference(2026)

        end_others(postgresql_url)

        with begin() as work:
            assert work.requests.new_reference(2026).rank == 2
        engine.dispose()


class TestAMistakeOfOurs:
    def test_is_not_taken_for_trouble(self, database: Database) -> None:
        with pytest.raises(DBAPIError), database.begin() as work:
            work.connection.execute(text("SELECT nothing FROM nowhere"))  # type: ignore[attr-defined]


def _let_it_grow_no_more(connection: Any, _record: object) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")


def _work_while_the_server_restarts(begin: Begin, url: str) -> None:
    with begin() as work:
        end_others(url)
        work.requests.new_reference(2026)

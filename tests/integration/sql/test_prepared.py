"""Statements that go around SQLAlchemy: the same answers, and nothing compiled twice."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Uuid,
    bindparam,
    insert,
    select,
)

from siegvo.adapters.sql.engine import reading
from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.sights import Sights
from siegvo.adapters.sql.tables.columns import Instant
from tests.support.builders.accounts import ALICE, BOB, NOON
from tests.support.database import compiled_noted

scratch = MetaData()
things = Table(
    "things",
    scratch,
    Column("rank", Integer, primary_key=True),
    Column("owner", Uuid),
    Column("name", String(20)),
    Column("seen_at", Instant),
    Column("born_on", Date),
    Column("is_red", Boolean),
)
THEIRS = (
    select(things)
    .where(
        things.c.owner == bindparam("owner"),
        things.c.born_on <= bindparam("day"),
        things.c.name.in_(["a", "b"]),
        things.c.rank < 9,
    )
    .order_by(things.c.rank)
)
ASKED = {"owner": ALICE, "day": date(2026, 11, 23)}


@pytest.fixture(autouse=True)
def _things(engine: Engine) -> None:
    scratch.create_all(engine)
    facts = {"seen_at": NOON, "born_on": date(2026, 1, 31), "is_red": True}
    nothing = dict.fromkeys(("seen_at", "is_red"))
    with engine.begin() as connection:
        connection.execute(
            insert(things),
            [
                {"rank": 1, "owner": ALICE, "name": "a", **facts},
                {"rank": 2, "owner": ALICE, "name": "b", **facts, **nothing},
                {"rank": 3, "owner": ALICE, "name": "c", **facts},
                {"rank": 4, "owner": BOB, "name": "a", **facts},
                {"rank": 5, "owner": ALICE, "name": "a", **facts, "born_on": date(2027, 1, 1)},
                {"rank": 9, "owner": ALICE, "name": "a", **facts},
            ],
        )


class TestAPreparedStatement:
    def test_finds_the_same_in_a_glance(self, engine: Engine) -> None:
        prepared, sights = Prepared(THEIRS), Sights(reading(engine))
        with engine.begin() as connection:
            theirs = connection.execute(THEIRS, ASKED).all()

        for _ in range(2):  # prepared, then known
            with sights.glance() as connection:
                ours = prepared.rows(connection, ASKED)

            named = [[getattr(row, column.key) for column in things.c] for row in ours]
            assert named == [list(row) for row in theirs]

    def test_finds_what_sqlalchemy_finds(self, engine: Engine) -> None:
        prepared = Prepared(THEIRS)
        with engine.begin() as connection:
            theirs = connection.execute(THEIRS, ASKED).all()

            ours = prepared.rows(connection, ASKED)

        named = [[getattr(row, column.key) for column in things.c] for row in ours]
        assert named == [list(row) for row in theirs]
        assert [row.rank for row in ours] == [1, 2]

    def test_gives_our_own_types_back(self, engine: Engine) -> None:
        with engine.begin() as connection:
            full, empty = Prepared(THEIRS).rows(connection, ASKED)

        assert full.owner == UUID(str(ALICE))
        assert (full.seen_at, full.seen_at.utcoffset()) == (NOON, NOON.utcoffset())
        assert full.born_on == date(2026, 1, 31)
        assert full.is_red is True
        assert (empty.seen_at, empty.is_red) == (None, None)

    def test_gives_the_first_or_nothing(self, engine: Engine) -> None:
        prepared = Prepared(THEIRS)
        with engine.begin() as connection:
            assert prepared.row(connection, ASKED).rank == 1
            assert prepared.row(connection, {**ASKED, "owner": UUID(int=0)}) is None

    def test_is_never_given_to_sqlalchemy_again(self, engine: Engine) -> None:
        prepared, sights = Prepared(THEIRS), Sights(reading(engine))

        with compiled_noted() as noted:
            for _ in range(3):
                with sights.look() as connection:
                    prepared.rows(connection, ASKED)

        assert noted == []

    def test_needs_every_value(self, engine: Engine) -> None:
        with engine.begin() as connection, pytest.raises(KeyError):
            Prepared(THEIRS).rows(connection, {"owner": ALICE})

    def test_has_no_two_columns_of_one_name(self, engine: Engine) -> None:
        twice = Prepared(select(things.c.name, things.alias("others").c.name))

        with engine.begin() as connection, pytest.raises(ValueError, match="one name"):
            twice.rows(connection, {})

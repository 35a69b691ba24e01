import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from siegvo.adapters.sql.engine import open_engine
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from tests.support.clerk import types
from tests.support.database import Database

NOW = datetime.now(UTC)


@pytest.fixture
def database(installed: str) -> Iterator[Database]:
    """Open a database where three things happened, the first one a year ago."""
    engine = open_engine(installed)
    database = Database.on(engine)
    for days_ago, subject in ((365, "4000"), (2, "4001"), (1, "4002")):
        _note(database, subject, at=NOW - timedelta(days=days_ago))
    yield database
    engine.dispose()


def _note(database: Database, subject: str, *, at: datetime = NOW) -> None:
    with database.begin() as work:
        work.audit.add(
            Entry(
                at=at,
                actor=Actor.staff("c.weber"),
                gesture=Gesture.READING_ACCEPTED,
                subject=subject,
            )
        )


def _tamper(database: Database, statement: str) -> None:
    with database.engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.usefixtures("database")
class TestAuditList:
    def test_shows_the_last_week(self) -> None:
        lines = json.loads(types("audit", "list", "--json").stdout)

        assert [line["subject"] for line in lines] == ["4001", "4002"]
        assert lines[0]["actor_name"] == "c.weber"
        assert lines[0]["gesture"] == "reading.accepted"

    @pytest.mark.parametrize("day", ["01/01/2000", "01/01/0001"])
    def test_shows_all_since_a_day(self, day: str) -> None:
        lines = json.loads(types("audit", "list", "--since", day, "--json").stdout)

        assert [line["subject"] for line in lines] == ["4000", "4001", "4002"]

    def test_is_a_table_for_people(self) -> None:
        headings, first, _ = types("audit", "list").stdout.splitlines()

        assert headings.split()[:3] == ["N°", "Quand", "Qui"]
        assert first.split()[0] == "2"
        assert "service" in first

    def test_says_when_there_is_nothing(self) -> None:
        result = types("audit", "list", "--since", "2100-01-01")

        assert result.stdout == "Rien n’est noté depuis ce jour.\n"


class TestAuditVerify:
    @pytest.mark.usefixtures("installed")
    def test_of_nothing_is_well(self) -> None:
        result = types("audit", "verify")

        assert (result.exit_code, result.stdout) == (0, "Le journal est vide.\n")

    def test_counts_what_is_not_sealed_yet(self, database: Database) -> None:
        before = types("audit", "verify")
        types("worker", "--once")
        _note(database, "4003")
        after = types("audit", "verify")

        assert (before.exit_code, before.stdout) == (0, "3\u00a0lignes pas encore sous sceau.\n")
        sealed, unsealed, last = after.stdout.splitlines()
        assert after.exit_code == 0
        assert sealed == "Le journal est intact\u00a0: 3\u00a0lignes sous sceau."
        assert unsealed == "1\u00a0ligne pas encore sous sceau."
        assert last.startswith("Dernier sceau, n°\u00a03\u00a0: ")

    def test_tells_a_line_that_was_altered(self, database: Database) -> None:
        types("worker", "--once")
        _tamper(database, "UPDATE audit SET subject = '9999' WHERE id = 2")

        result = types("audit", "verify")

        assert result.exit_code == 1
        assert result.stderr == (
            "Altéré\u00a0: du n°\u00a01 au n°\u00a03,"
            " 3\u00a0lignes sous sceau, 3\u00a0lignes aujourd’hui.\n"
            "Copiez cette base avant tout (siegvo db backup), puis comparez-la à une sauvegarde"
            " plus ancienne.\n"
        )

    def test_tells_a_line_that_was_taken_out(self, database: Database) -> None:
        types("worker", "--once")
        _tamper(database, "DELETE FROM audit WHERE id = 3")

        result = types("audit", "verify", "--json")

        found = json.loads(result.stdout)
        assert (result.exit_code, found["intact"]) == (1, False)
        assert found["altered"] == [{"after": 0, "upto": 3, "sealed": 3, "found": 2}]

    def test_tells_lines_that_were_taken_out_with_their_seal(self, database: Database) -> None:
        types("worker", "--once")
        _note(database, "4003")
        types("worker", "--once")
        _tamper(database, "DELETE FROM audit WHERE id <= 3")
        _tamper(database, "DELETE FROM audit_seals WHERE upto = 3")

        assert types("audit", "verify").exit_code == 1

    def test_tells_a_line_that_was_slipped_in(self, database: Database) -> None:
        types("worker", "--once")
        _tamper(
            database,
            "INSERT INTO audit (id, at, actor_kind, actor_name, gesture, subject, origin)"
            " SELECT 0 - id, at, actor_kind, actor_name, gesture, subject, origin"
            " FROM audit WHERE id = 1",
        )
        _tamper(database, "UPDATE audit SET id = 4 WHERE id = 3")
        _tamper(database, "UPDATE audit SET id = 3 WHERE id = -1")

        assert types("audit", "verify").exit_code == 1

"""`siegvo db copy`: a portal moves to the other kind of database, and goes on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.schema import metadata
from siegvo.domain.accounts.password import Password
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.bootstrap import open_portal, wall_clock
from siegvo.entrypoints.demo.seed import EMAIL, PASSWORD, seed
from siegvo.entrypoints.settings_loading import load_settings
from tests.support.builders.accounts import an_account
from tests.support.clerk import types
from tests.support.database import Database
from tests.support.postgresql import fresh_database

NEVER_SHOWN = "mot-de-passe-de-la-base"


@pytest.fixture
def elsewhere(installed: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Name a database without anything in it, of the kind that is not installed."""
    if installed.startswith("postgresql"):
        yield f"sqlite:///{tmp_path}/ailleurs.db"
        return
    with fresh_database(request.getfixturevalue("postgresql_cluster")) as url:
        yield url


def held(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of all tables, in the order of their keys."""
    engine = open_engine(url)
    with engine.connect() as connection:
        rows = {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return {name: sorted(some, key=repr) for name, some in rows.items()}


def someone_in(url: str) -> None:
    engine = open_engine(url)
    with Database.on(engine).begin() as work:
        work.accounts.add(an_account())
    engine.dispose()


class TestTheCopy:
    @pytest.fixture
    def lived_in(self, installed: str, tmp_path: Path) -> str:
        """Fill the database as the demo does: everything is in it, requests and payments too."""
        with open_portal(load_settings(), caught_in=tmp_path / "courrier") as portal:
            seed(portal, folder=tmp_path, today=wall_clock().today())
        types("worker", "--once")
        return installed

    def test_holds_every_row_and_goes_on_where_the_other_stopped(
        self, lived_in: str, elsewhere: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copied = types("db", "copy", elsewhere, "--json")

        assert copied.exit_code == 0, copied.stderr
        before, after = held(lived_in), held(elsewhere)
        assert after == before
        told = json.loads(copied.stdout)
        assert told["tables"] == {name: len(rows) for name, rows in before.items()}
        assert told["rows"] == sum(map(len, before.values())) > len(before)

        monkeypatch.setenv("SIEGVO_DATABASE_URL", elsewhere)
        self.check_it_is_in_use()

    def check_it_is_in_use(self) -> None:
        assert types("audit", "verify").exit_code == 0
        with open_portal(load_settings()) as portal:
            key = portal.accounts.sign_in(
                email=EmailAddress.parse(EMAIL), password=Password(PASSWORD)
            )
            assert portal.accounts.who_is(key.value)
        unlocked = types("accounts", "unlock", EMAIL)
        assert unlocked.exit_code == 0, unlocked.stderr

    def test_goes_into_nothing_but_an_empty_database(self, installed: str, elsewhere: str) -> None:
        someone_in(installed)
        assert types("db", "copy", elsewhere).exit_code == 0
        before = held(elsewhere)

        refused = types("db", "copy", elsewhere)

        assert refused.exit_code == 1
        assert "n’est pas vide" in refused.stderr
        assert held(elsewhere) == before

    @pytest.mark.usefixtures("installed")
    def test_leaves_the_tables_of_others_alone(self, elsewhere: str) -> None:
        engine = open_engine(elsewhere)
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE recettes (plat text)")
        engine.dispose()

        refused = types("db", "copy", elsewhere)

        assert refused.exit_code == 1
        assert "n’est pas vide" in refused.stderr

    def test_is_whole_or_is_not(
        self, installed: str, elsewhere: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        someone_in(installed)
        monkeypatch.setattr("siegvo.adapters.sql.copying.insert", select)

        refused = types("db", "copy", elsewhere)

        assert refused.exit_code == 1
        assert "rien n’en a été gardé" in refused.stderr
        assert not any(held(elsewhere).values())

    @pytest.mark.usefixtures("installed")
    @pytest.mark.parametrize(
        ("url", "status", "word"),
        [
            (f"mysql://x:{NEVER_SHOWN}@localhost/x", 2, "postgresql+psycopg://"),
            (f"postgresql://x:{NEVER_SHOWN}@localhost:port/x", 2, "postgresql+psycopg://"),
            (f"postgresql://x:{NEVER_SHOWN}@127.0.0.1:1/x", 1, "d’arrivée ne répond pas"),
            ("sqlite:////dev/null/x.db", 1, "d’arrivée ne répond pas"),
        ],
    )
    def test_needs_a_database_that_answers(self, url: str, status: int, word: str) -> None:
        refused = types("db", "copy", url)

        assert refused.exit_code == status
        assert word in refused.stderr
        assert NEVER_SHOWN not in refused.output

    def test_of_an_older_release_is_refused(
        self, elsewhere: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", f"sqlite:///{tmp_path}/bare.db")

        refused = types("db", "copy", elsewhere)

        assert refused.exit_code == 1
        assert "siegvo db upgrade" in refused.stderr

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.metering.sent_reading import Review
from tests.support.builders import events
from tests.support.builders.accounts import an_account
from tests.support.builders.contracts import a_link, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.clerk import types
from tests.support.database import Database
from tests.support.terminal import on_terminal

_ERASED = "\x1b[2K"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
LISTS = [
    ("accounts", "list"),
    ("accounts", "show", "alice.marchal@exemple.fr"),
    ("audit", "list"),
    ("contracts", "show", "100214873"),
    ("mail", "list"),
    ("readings", "review"),
    ("requests", "list", "--kind", "releve"),
    ("stats",),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("installation")


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[Database]:
    """Open a database where there is something to list, made once."""
    url = f"sqlite:///{folder / 'siegvo.db'}"
    monkeypatch.setenv("SIEGVO_DATABASE_URL", url)
    monkeypatch.setenv("SIEGVO_DATA_DIR", str(folder))
    is_new = not (folder / "siegvo.db").exists()
    if is_new:
        assert types("db", "upgrade").exit_code == 0
    engine = open_engine(url)
    database = Database.on(engine)
    if is_new:
        _fill(database)
    yield database
    engine.dispose()


def _fill(database: Database) -> None:
    database.know(a_payer(), a_tenure(), a_meter_on())
    with database.begin() as work:
        work.accounts.add(an_account())
        work.links.add(a_link())
        work.requests.add(a_request())
        work.sent_readings.add(a_sent_reading(review=Review.AWAITED))
        work.record(events.contract_linked())
        work.audit.add(
            Entry(
                at=datetime.now(UTC),
                actor=Actor.staff("c.weber"),
                gesture=Gesture.CONTRACT_UNLINKED,
                subject="a6460390-2cd0-4185-bc82-8d65eeebd2d5 R900001",
            )
        )


@pytest.mark.usefixtures("database")
class TestATable:
    @pytest.mark.parametrize("words", LISTS, ids=" ".join)
    @pytest.mark.parametrize("columns", [80, 120])
    def test_fits(
        self, words: tuple[str, ...], columns: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("siegvo.entrypoints.cli.output.terminal_width", lambda: columns)

        lines = types(*words).stdout.splitlines()

        assert len(lines) > 1
        assert max(map(len, lines)) <= columns

    @pytest.mark.parametrize("columns", [80, 120])
    def test_is_as_wide_as_the_terminal_lets_it(self, columns: int) -> None:
        shown = click.unstyle(on_terminal("audit", "list", columns=columns))

        assert 60 < max(map(len, shown.splitlines())) <= columns

    def test_is_whole_in_a_pipe(self) -> None:
        assert "Alice.Marchal@exemple.fr" in types("requests", "list", "--kind", "releve").stdout


@pytest.mark.usefixtures("database")
class TestColours:
    def test_are_for_terminals(self) -> None:
        assert COLOUR.search(on_terminal("stats"))
        assert not COLOUR.search(types("stats").stdout)

    def test_are_for_terminals_that_have_some(self) -> None:
        assert not COLOUR.search(on_terminal("stats", TERM="dumb"))

    def test_are_left_out_when_nobody_wants_them(self) -> None:
        assert not COLOUR.search(on_terminal("doctor", NO_COLOR="1"))

    def test_are_put_in_a_pipe_by_force(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")

        assert COLOUR.search(types("stats").stdout)

    @pytest.mark.parametrize("words", [("stats",), ("doctor",), ("requests", "list")])
    def test_are_never_in_json(self, words: tuple[str, ...]) -> None:
        shown = on_terminal(*words, "--json", FORCE_COLOR="1")

        assert not COLOUR.search(shown)
        assert json.loads(shown) is not None

    def test_mark_what_is_to_be_mended(self) -> None:
        shown = on_terminal("doctor", FORCE_COLOR="1")

        assert click.style("bien      ", fg="green") in shown


@pytest.mark.usefixtures("database")
class TestProgress:
    def test_is_shown_on_a_terminal(self, tmp_path: Path) -> None:
        copying = on_terminal("db", "backup", str(tmp_path / "copie.db"))
        exporting = on_terminal("export", "readings", "--output", str(tmp_path / "releves.csv"))

        assert "Copie de la base de données" in copying
        assert "Préparation du fichier" in exporting

    def test_is_shown_while_a_file_is_read(self, tmp_path: Path) -> None:
        file = tmp_path / "releves.csv"
        file.write_text("numero_compteur;releve_le;index;origine\n", encoding="utf-8")

        reading = on_terminal("import", "readings", str(file), "--dry-run")

        assert "Lecture du fichier" in reading
        assert "Pour de bon\u00a0: la même commande, sans --dry-run." in reading

    def test_goes_when_the_work_is_done(self, tmp_path: Path) -> None:
        copy = tmp_path / "copie.db"

        copying = on_terminal("db", "backup", str(copy))

        assert copying.endswith(f"{_ERASED}La base de données est copiée dans {copy}.\n")

    def test_is_not_shown_in_a_pipe(self, tmp_path: Path) -> None:
        copying = types("db", "backup", str(tmp_path / "copie.db"))

        assert copying.stderr == ""

    def test_is_not_mixed_with_a_file_that_is_shown(self) -> None:
        assert "Préparation" not in on_terminal("export", "readings")


@pytest.mark.usefixtures("database")
class TestTheDoctor:
    def test_folds_what_it_says_beside_its_marks(self) -> None:
        lines = click.unstyle(on_terminal("doctor")).splitlines()

        checks = lines[: lines.index("")]
        assert {line[:12].rstrip() for line in checks} <= {"bien", "attention", "à corriger", ""}
        assert max(map(len, checks)) <= 80


@pytest.mark.usefixtures("database")
class TestTheNextStep:
    def test_is_told_to_whoever_reads(self) -> None:
        told = click.unstyle(on_terminal("readings", "review"))

        assert "siegvo readings accept RÉFÉRENCE" in told
        assert "siegvo readings refuse RÉFÉRENCE --reason TEXTE" in told

    def test_is_not_told_to_a_program(self) -> None:
        assert "accept" not in types("readings", "review").stdout

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.support.builders.accounts import an_account
from tests.support.clerk import types
from tests.support.database import Database
from tests.support.postgresql import fresh_database
from tests.support.postgresql_programs import find_programs


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Name a database that no portal has prepared."""
    if request.param == "sqlite":
        yield
        return
    with fresh_database(request.getfixturevalue("postgresql_cluster")) as url:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", url)
        yield


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pg_dump and pg_restore on the path."""
    folder = find_programs()
    if folder:
        monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)


@pytest.fixture
def accounts(installed: str) -> Callable[[], int]:
    """Count the accounts; to begin with, one."""
    engine = open_engine(installed)
    with Database.on(engine).begin() as work:
        work.accounts.add(an_account())
    engine.dispose()
    return lambda: int(json.loads(types("stats", "--json").stdout)["accounts"])


def forget_accounts(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM accounts")
    engine.dispose()


@pytest.mark.usefixtures("bare")
class TestUpgrade:
    def test_prepares_a_database(self) -> None:
        assert types("db", "check").exit_code == 1

        upgraded = types("db", "upgrade")

        assert upgraded.exit_code == 0
        assert upgraded.stdout.startswith("La base de données est à jour (0001")
        assert types("db", "check").exit_code == 0

    def test_may_be_run_again(self) -> None:
        types("db", "upgrade")

        assert types("db", "upgrade").stdout == "La base de données était déjà à jour.\n"

    def test_is_asked_for_by_commands_that_need_it(self) -> None:
        refused = types("stats")

        assert refused.exit_code == 1
        assert "siegvo db upgrade" in refused.stderr
        assert refused.stdout == ""


class TestCheck:
    @pytest.mark.usefixtures("installed")
    def test_speaks_to_programs(self) -> None:
        assert json.loads(types("db", "check", "--json").stdout) == {
            "up_to_date": True,
            "pending": [],
        }

    def test_refuses_a_database_of_the_future(self, installed: str) -> None:
        engine = open_engine(installed)
        with engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        engine.dispose()

        refused = types("db", "check")

        assert refused.exit_code == 1
        assert "version plus récente" in refused.stderr

    def test_says_when_nothing_answers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", "postgresql+psycopg://x@127.0.0.1:1/x")

        refused = types("db", "check")

        assert refused.exit_code == 1
        assert "siegvo doctor" in refused.stderr
        assert isinstance(refused.exception, SystemExit)


@pytest.mark.usefixtures("programs")
class TestBackup:
    def test_brings_everything_back(
        self, installed: str, accounts: Callable[[], int], tmp_path: Path
    ) -> None:
        copy = tmp_path / "copie"
        assert types("db", "backup", str(copy)).exit_code == 0
        forget_accounts(installed)
        assert accounts() == 0

        restored = types("db", "restore", str(copy))

        assert restored.exit_code == 0, restored.stderr
        assert accounts() == 1
        assert copy.stat().st_mode & 0o777 == 0o600

    def test_keeps_what_the_restored_state_replaces(
        self, installed: str, accounts: Callable[[], int], tmp_path: Path
    ) -> None:
        copy = tmp_path / "copie"
        types("db", "backup", str(copy))
        forget_accounts(installed)
        types("db", "restore", str(copy))

        (before,) = (tmp_path / "data").glob("avant-restauration-*")
        assert types("db", "restore", str(before)).exit_code == 0
        assert accounts() == 0

    @pytest.mark.usefixtures("accounts")
    @pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"PGDM", b"x" * 5000])
    def test_is_not_any_file(self, content: bytes, tmp_path: Path) -> None:
        (tmp_path / "copie").write_bytes(content)

        refused = types("db", "restore", str(tmp_path / "copie"))

        assert refused.exit_code == 1
        assert "copie n’est pas une sauvegarde" in refused.stderr
        assert not list((tmp_path / "data").glob("avant-restauration-*"))

    @pytest.mark.usefixtures("bare")
    def test_of_nothing_is_refused(self, tmp_path: Path) -> None:
        assert types("db", "backup", str(tmp_path / "copie")).exit_code == 1
        assert not (tmp_path / "copie").exists()

    @pytest.mark.usefixtures("accounts")
    def test_goes_where_it_can_be_written(self, tmp_path: Path) -> None:
        refused = types("db", "backup", str(tmp_path / "absent" / "copie"))

        assert refused.exit_code == 1
        assert "copie ne peut pas être écrit" in refused.stderr

    @pytest.mark.usefixtures("accounts")
    def test_replaces_an_older_one_and_leaves_nothing_else(self, tmp_path: Path) -> None:
        folder = tmp_path / "copies"
        folder.mkdir()
        (folder / "copie").write_text("older")

        assert types("db", "backup", str(folder / "copie")).exit_code == 0
        assert [path.name for path in folder.iterdir()] == ["copie"]
        assert types("db", "restore", str(folder / "copie")).exit_code == 0


class TestBackupOfSqlite:
    def test_may_be_damaged_on_its_way(
        self, sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", sqlite_url)
        copy = tmp_path / "copie"
        types("db", "backup", str(copy))
        content = bytearray(copy.read_bytes())
        content[4096:8192] = b"\xff" * 4096
        copy.write_bytes(content)

        assert types("db", "restore", str(copy)).exit_code == 1

    def test_may_be_of_another_program(
        self, sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", sqlite_url)
        other = sqlite3.connect(tmp_path / "autre")
        other.execute("CREATE TABLE recipes (title TEXT)")
        other.close()

        assert types("db", "restore", str(tmp_path / "autre")).exit_code == 1


class TestBackupOfPostgresql:
    def test_says_when_the_programs_are_missing(
        self, postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", postgresql_url)
        monkeypatch.setenv("PATH", str(tmp_path))

        refused = types("db", "backup", str(tmp_path / "copie"))

        assert refused.exit_code == 1
        assert "pg_dump" in refused.stderr
        assert not (tmp_path / "copie").exists()

import re
import subprocess
import sys

import click
import pytest

from siegvo.entrypoints.cli.main import siegvo
from tests.support.clerk import types
from tests.support.commands import every_command

_COMMANDS = [words for words, _ in every_command()]


class TestHelp:
    @pytest.mark.parametrize("words", _COMMANDS, ids=" ".join)
    def test_is_there_for_every_command_in_french(self, words: tuple[str, ...]) -> None:
        result = types(*words, "--help")

        assert result.exit_code == 0
        assert result.stdout.startswith("Utilisation\u00a0: siegvo")
        assert "Afficher cette aide." in result.stdout
        assert not {"Usage:", "Show this", "Error:"} & set(result.stdout.split("  "))

    @pytest.mark.parametrize("words", _COMMANDS, ids=" ".join)
    def test_leaves_no_word_of_click(self, words: tuple[str, ...]) -> None:
        said = types(*words, "--help").stdout

        assert not re.search(r"COMMAND\b|\[ARGS\]|INTEGER|TEXT\b|RANGE", said)

    @pytest.mark.parametrize("words", _COMMANDS, ids=" ".join)
    def test_cuts_no_line_short(self, words: tuple[str, ...]) -> None:
        said = types(*words, "--help").stdout.replace("[ARGUMENTS]...", "")

        assert "..." not in said

    def test_says_of_each_command_what_the_command_says_of_itself(self) -> None:
        ctx = click.Context(siegvo)

        for name, (_, line) in siegvo.places.items():
            command = siegvo.get_command(ctx, name)
            assert command is not None
            assert line.rstrip(".") in command.get_short_help_str(200).rstrip(".")

    def test_loads_no_command(self) -> None:
        program = (
            "import sys\n"
            "from siegvo.entrypoints.cli.main import siegvo\n"
            "siegvo(['--help'], standalone_mode=False)\n"
            "print(*sys.modules, file=sys.stderr)"
        )

        told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

        loaded = set(told.stderr.decode().split())
        assert loaded.isdisjoint({"attrs", "flask", "jinja2", "rich", "sqlalchemy", "psycopg"})
        assert {name for name in loaded if name.startswith("siegvo.")} == {
            "siegvo.entrypoints",
            "siegvo.entrypoints.cli",
            "siegvo.entrypoints.cli.colour",
            "siegvo.entrypoints.cli.explained",
            "siegvo.entrypoints.cli.french",
            "siegvo.entrypoints.cli.lazy",
            "siegvo.entrypoints.cli.main",
        }

    def test_puts_each_command_under_its_subject(self) -> None:
        headings = re.findall(r"^(\w.*)\u00a0:$", types("--help").stdout, re.MULTILINE)

        assert headings == ["Options", *siegvo.subjects, "Exemples"]


class TestUsage:
    def test_knows_its_version(self) -> None:
        assert types("--version").stdout.startswith("siegvo ")

    @pytest.mark.parametrize(
        "words", [("nope",), ("db", "nope"), ("db", "--nope"), ("db", "backup")]
    )
    def test_is_explained_when_it_is_wrong(self, words: tuple[str, ...]) -> None:
        result = types(*words)

        assert result.exit_code == 2
        assert "Erreur\u00a0: " in result.stderr
        assert "Pour de l’aide\u00a0: siegvo" in result.stderr
        assert result.stdout == ""

    def test_names_a_file_that_is_not_there(self) -> None:
        refused = types("import", "contracts", "absent.csv").stderr

        assert "«\u00a0absent.csv\u00a0» n’existe pas." in refused

    def test_sends_to_the_doctor_without_a_database(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", "sqlite:////dev/null/x.db")

        assert "siegvo doctor" in types("stats").stderr


class TestFaultsOfOurs:
    def test_keep_their_traceback(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken() -> None:
            raise RuntimeError

        monkeypatch.setattr("siegvo.entrypoints.cli.db_commands.load_settings", broken)

        assert isinstance(types("db", "check").exception, RuntimeError)

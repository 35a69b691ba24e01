import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from siegvo.entrypoints.cli.explained import Explained
from siegvo.entrypoints.cli.main import siegvo
from tests.support.clerk import types
from tests.support.commands import every_command

_COMMANDS = list(every_command())
_NAMES = [" ".join(words) or "siegvo" for words, _ in _COMMANDS]


def examples_of(command: click.Command) -> tuple[str, ...]:
    assert isinstance(command, Explained), "made neither with Explained nor in a Room"
    return tuple(command.examples)


def words_of(line: str) -> list[str]:
    """Return what a shell makes of an example, which may go on after a backslash."""
    return shlex.split(line.replace("\\\n", ""))


def every_example() -> Iterator[tuple[tuple[str, ...], str]]:
    for words, command in _COMMANDS:
        for line in examples_of(command):
            yield words, line


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go where nothing is, so that examples leave nothing behind."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("words", "command"), _COMMANDS, ids=_NAMES)
class TestACommand:
    def test_shows_how_it_is_typed(self, words: tuple[str, ...], command: click.Command) -> None:
        shown = types(*words, "--help").stdout

        lines = [part for line in examples_of(command) for part in line.splitlines()]
        assert lines
        assert "\nExemple" in shown
        assert all(f"  {line}\n" in shown for line in lines)

    def test_fits_a_terminal_of_eighty_columns(
        self, words: tuple[str, ...], command: click.Command
    ) -> None:
        del command

        assert max(map(len, types(*words, "--help").stdout.splitlines())) <= 80


@pytest.mark.parametrize(("words", "line"), list(every_example()))
class TestAnExample:
    def test_is_of_the_command_that_shows_it(self, words: tuple[str, ...], line: str) -> None:
        typed = words_of(line)

        assert typed[: len(words) + 1] == ["siegvo", *words]

    def test_is_understood(self, words: tuple[str, ...], line: str, files: Path) -> None:
        del words
        command: click.Command = siegvo
        ctx = click.Context(siegvo, info_name="siegvo")
        typed = words_of(line)[1:]

        while isinstance(command, click.Group):
            found = command.get_command(ctx, typed.pop(0))
            assert found is not None, line
            command = found
        _make_what_it_may_read(typed, files)

        command.make_context("siegvo", typed, parent=ctx)


def _make_what_it_may_read(typed: list[str], folder: Path) -> None:
    """Make the files and the folders it names, which may have to be there."""
    for word in typed:
        if word.isidentifier():
            (folder / word).mkdir()
        elif Path(word).suffix and not word.startswith("-"):
            (folder / Path(word).name).touch()

"""What the documents say exists, exists."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Final

import attrs
import click
import pytest

from siegvo.application.portal import Portal
from siegvo.domain import policy
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.entrypoints.cli.main import siegvo
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import FILE_VARIABLE, PREFIX, unknown_variables
from tests.support.documents import ROOT, Document, documents

_DOCUMENTS: Final = documents()
_FOR_TESTS: Final = {"SIEGVO_TEST_PG_URL", "SIEGVO_REQUIRE"}
_EXPLOITATION: Final = Document.named("docs/exploitation.md")
_LIBRARY: Final = Document.named("docs/library.md")
_SECURITY: Final = Document.named("docs/security.md")


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda each: each.name)
class TestADocument:
    def test_shows_commands_and_options_that_exist(self, document: Document) -> None:
        for words in document.commands("siegvo"):
            assert not list(_unknown(words)), f"siegvo {' '.join(words)}"

    def test_names_variables_that_exist(self, document: Document) -> None:
        named = set(re.findall(r"\bSIEGVO_[A-Z_]+\b", document.text)) - _FOR_TESTS

        assert not unknown_variables(dict.fromkeys(named, ""))

    def test_leads_somewhere(self, document: Document) -> None:
        for target, anchor in document.links():
            assert target.exists(), target
            if anchor:
                name = str(target.resolve().relative_to(ROOT))
                assert anchor in Document.named(name).anchors, f"{name}#{anchor}"

    def test_names_tests_and_sources_that_exist(self, document: Document) -> None:
        named = [span for span in document.spans if re.match(r"(tests|src)/[\w/.]+$", span)]

        assert not [path for path in named if not (ROOT / path).exists()]


class TestTheSettings:
    def test_are_all_explained(self) -> None:
        fields = {field.name for field in attrs.fields(Settings)} - {"utility"}
        variables = {FILE_VARIABLE, *(f"{PREFIX}{name.upper()}" for name in fields)}

        assert variables <= set(_EXPLOITATION.spans)

    def test_are_shown_as_they_are_written(self) -> None:
        [written] = map(tomllib.loads, _EXPLOITATION.blocks("toml"))

        utility = written.pop("utility")
        address = utility.pop("address")

        settings = Settings(**written, utility={**utility, "address": PostalAddress(**address)})

        assert settings.public_url.is_secure


class TestTheCardOfFigures:
    @pytest.mark.parametrize(
        "row", re.findall(r"^\|.*\| `[A-Z].*\|$", _SECURITY.text, re.MULTILINE)
    )
    def test_is_that_of_the_code(self, row: str) -> None:
        figures, names = row.strip("|").split("|")[-2:]
        said = set(map(int, re.findall(r"\d+", figures)))

        for name in re.findall(r"[A-Z_]{2,}", names):
            for readings in _figures(getattr(policy, name)):
                assert said & readings, f"{name}: {readings}"


class TestTheLibraryPage:
    def test_lists_use_cases_that_exist(self) -> None:
        listed = re.findall(r"^\| `portal\.(\w+)` \| (.*) \|$", _LIBRARY.text, re.MULTILINE)
        rooms = {field.name: field.type for field in attrs.fields(Portal) if field.type}

        assert {room for room, _ in listed} == set(rooms)
        for room, names in listed:
            known = {field.name for field in attrs.fields(rooms[room])}
            assert set(re.findall(r"\w+", names)) <= known


class TestTheGlossary:
    def test_speaks_the_words_of_the_code(self) -> None:
        sources = (ROOT / "src").rglob("*.py")
        words = {
            word
            for path in sources
            for word in re.findall(r"\w+", path.read_text(encoding="utf-8"))
        }
        spans = Document.named("docs/glossary.md").spans

        assert spans
        assert not {part for span in spans for part in re.findall(r"\w+", span)} - words


def _unknown(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the commands and options among `words` that the command line does not know."""
    commands: list[click.Command] = [siegvo]
    for rank, word in enumerate(words):
        if word.startswith("--"):
            known = {name for command in commands for each in command.params for name in each.opts}
            if word.partition("=")[0] not in known | {"--help"}:
                yield word
        elif _are_groups(commands) and word != word.upper():
            found = [_below(commands[0], name) for name in word.split("|")]
            if None in found:
                yield " ".join(words[: rank + 1])
                return
            commands = [command for command in found if command]


def _are_groups(commands: Iterable[click.Command]) -> bool:
    return all(isinstance(command, click.Group) for command in commands)


def _below(group: click.Command, name: str) -> click.Command | None:
    assert isinstance(group, click.Group)
    return group.get_command(click.Context(group), name)


def _figures(value: object) -> Iterator[set[int]]:
    """Yield each figure in `value`, in every unit in which it is whole."""
    match value:
        case tuple():
            for part in value:
                yield from _figures(part)
        case timedelta():
            units = (timedelta(**{unit: 1}) for unit in ("seconds", "minutes", "hours", "days"))
            yield {value // unit for unit in units if not value % unit}
        case int():
            yield {value}
        case _:
            message = f"{value!r} is no figure"
            raise TypeError(message)

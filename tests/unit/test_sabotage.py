"""The guards that `make sabotage` switches off still stand where it looks for them."""

import ast
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.sabotage.every import EVERY, GOALS
from tests.sabotage.grounds import ROOT
from tests.sabotage.sabotage import Sabotage
from tests.sabotage.verdict import Colour, Failure, Seen, judge
from tests.support.documents import Document

_SOME = EVERY[0]


@pytest.mark.parametrize("sabotage", EVERY, ids=lambda each: f"{each.goal} {each.guard}")
class TestASabotage:
    def test_changes_one_place_of_its_file(self, sabotage: Sabotage) -> None:
        sound = (ROOT / sabotage.path).read_text(encoding="utf-8")

        assert sabotage.spoiled(ROOT) != sound

    def test_names_tests_that_exist(self, sabotage: Sabotage) -> None:
        for test in sabotage.nodes:
            file, *names = test.split("::")

            assert (ROOT / file).exists(), file
            assert not names or ".".join(names) in _sentences(file), test


class TestAllOfThem:
    def test_stand_for_every_goal(self) -> None:
        assert set(GOALS) <= {each.goal for each in EVERY}
        assert {each.goal for each in EVERY} <= {*GOALS, "rest"}

    def test_are_the_goals_of_the_security_page(self) -> None:
        page = Document.named("docs/security.md").text

        assert tuple(re.findall(r"^\| ([A-DG][0-9]+) ", page, re.MULTILINE)) == GOALS

    def test_are_counted_on_the_security_page(self) -> None:
        page = Document.named("docs/security.md").text
        counted = Counter(each.goal[0].upper() if each.goal in GOALS else "rest" for each in EVERY)

        assert f"switches {len(EVERY)} guards off" in page
        for letter, many in counted.items():
            assert re.search(rf"^\| {letter}\b[^|]+\| {many} \|", page, re.MULTILINE), letter

    def test_are_told_apart_by_their_sentences(self) -> None:
        assert max(Counter(each.guard for each in EVERY).values()) == 1

    def test_leave_code_that_runs(self, tmp_path: Path) -> None:
        """A name that is not there would turn any test red."""
        for rank, each in enumerate(EVERY):
            if each.path.endswith(".py"):
                spoiled = tmp_path / f"{rank}_{Path(each.path).name}"
                spoiled.write_text(each.spoiled(ROOT), encoding="utf-8")

        words = ("check", "--isolated", "--quiet", "--select", "E9,F82", tmp_path)
        told = subprocess.run(
            [sys.executable, "-m", "ruff", *words], capture_output=True, text=True, check=False
        )

        assert told.stdout == ""


class TestAVerdict:
    def test_is_red_when_a_test_saw_something_else(self) -> None:
        assert judge(_SOME, seen("AssertionError")).colour is Colour.RED
        assert judge(_SOME, seen("Failed")).colour is Colour.RED

    def test_is_green_when_nothing_noticed(self) -> None:
        assert judge(_SOME, seen()).colour is Colour.GREEN

    @pytest.mark.parametrize("error", ["ImportError", "SyntaxError", "NameError"])
    def test_is_not_red_for_code_that_does_not_run(self, error: str) -> None:
        assert judge(_SOME, seen(error)).colour is Colour.BROKEN

    @pytest.mark.parametrize("when", ["setup", "collect", "teardown"])
    def test_is_not_red_for_a_test_that_did_not_begin(self, when: str) -> None:
        assert judge(_SOME, seen("AssertionError", when=when)).colour is Colour.BROKEN

    def test_is_not_red_when_other_code_than_the_copy_ran(self) -> None:
        elsewhere = seen("AssertionError", foreign=("/elsewhere/siegvo/__init__.py",))

        assert judge(_SOME, elsewhere).colour is Colour.ELSEWHERE
        assert judge(_SOME, seen("AssertionError", loaded="src/x.py")).colour is Colour.ELSEWHERE

    def test_is_not_green_when_no_test_ran(self) -> None:
        assert judge(_SOME, seen(passed=())).colour is Colour.NOTHING
        assert judge(_SOME, None).colour is Colour.SILENT


def seen(
    *errors: str,
    when: str = "call",
    passed: tuple[str, ...] = ("another test",),
    loaded: str = _SOME.path,
    foreign: tuple[str, ...] = (),
) -> Seen:
    return Seen(
        passed=frozenset(passed),
        failures=tuple(
            Failure(test="a test", when=when, error=error, words="") for error in errors
        ),
        loaded=frozenset({loaded}),
        foreign=foreign,
    )


@cache
def _sentences(file: str) -> frozenset[str]:
    """Name the classes and the tests of a file, as `Class.test`."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    classes = [each for each in tree.body if isinstance(each, ast.ClassDef)]
    inside = {
        f"{each.name}.{test.name}"
        for each in classes
        for test in each.body
        if isinstance(test, ast.FunctionDef)
    }
    outside = {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}
    return frozenset({each.name for each in classes} | inside | outside)

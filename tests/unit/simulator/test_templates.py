"""What holds for the pages of the simulator, as for those of the portal."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

FOLDER = Path(str(files("siegvo.entrypoints.simulator")))
TEMPLATES = sorted(FOLDER.rglob("*.html"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
class TestATemplate:
    def test_has_neither_style_nor_script_of_its_own(self, path: Path) -> None:
        assert not re.search(r"<style|<script|\sstyle=|\son[a-z]+=|javascript:", path.read_text())

    def test_writes_french_as_the_french_do(self, path: Path) -> None:
        shown = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", path.read_text(), flags=re.DOTALL)
        words = re.sub(r"<[^>]*>", "", shown)

        assert "'" not in words
        assert not re.search(r"[\w)] [:;!?»]|« |[\w)][!?»]", words)


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", (FOLDER / "simulator.css").read_text())

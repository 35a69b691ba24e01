"""What the documents show is what one gets: their Python blocks are run."""

import re
import shutil
from collections.abc import Iterator
from doctest import ELLIPSIS, DocTestParser, DocTestRunner
from pathlib import Path
from typing import Final

import pytest

from tests.support.sample_files import SAMPLES

_ROOT: Final = Path(__file__).parents[3]
_BLOCK: Final = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sit down in a folder with the files of the billing system, and nothing else."""
    for file in SAMPLES.glob("*.csv"):
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIEGVO_DATA_DIR", str(tmp_path / "siegvo-data"))
    return tmp_path


@pytest.mark.usefixtures("newcomer")
@pytest.mark.parametrize("document", ["README.md", "docs/library.md"])
class TestDocument:
    def test_prints_what_it_says_it_prints(self, document: str) -> None:
        text = (_ROOT / document).read_text(encoding="utf-8")
        names: dict[str, object] = {}

        outcomes = [
            _run(code, names=names, at=f"{document}, line {line}") for line, code in _blocks(text)
        ]

        assert outcomes
        assert not any(outcomes), "\n".join(outcomes)


class TestReadme:
    def test_leaves_the_reading_for_the_billing_system(self, newcomer: Path) -> None:
        for _, code in _blocks((_ROOT / "README.md").read_text(encoding="utf-8")):
            _run(code, names={}, at="README.md")

        rows = (newcomer / "releves-abonnes.csv").read_text(encoding="utf-8-sig").splitlines()

        assert len(rows) == 2
        assert rows[1].startswith("H18LA000001;2026-11-20;16739;abonne;100200304;D-")


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield each Python block, and the line it begins on."""
    for found in _BLOCK.finditer(text):
        yield text.count("\n", 0, found.start("code")) + 1, found["code"]


def _run(code: str, *, names: dict[str, object], at: str) -> str:
    """Run a block after those before it; return what it did otherwise than it says."""
    said: list[str] = []
    test = DocTestParser().get_doctest(code, names, at, at, 0)
    assert test.examples, f"{at}: nothing to run"
    DocTestRunner(optionflags=ELLIPSIS).run(test, out=said.append, clear_globs=False)
    names.update(test.globs)
    return "".join(said)

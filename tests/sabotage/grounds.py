"""A copy of the portal and its tests, to be spoiled and put right again."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy2, copytree, ignore_patterns
from typing import Final, Self

import attrs

from tests.sabotage.sabotage import Sabotage
from tests.sabotage.verdict import Seen

ROOT: Final = Path(__file__).parents[2]

_FOLDERS: Final = ("src", "tests", "typings")
_FILES: Final = ("pyproject.toml", "README.md")
_PATIENCE: Final = 600.0
_BEING_WRITTEN: Final = ignore_patterns("*.pyc.*")


@attrs.frozen
class Grounds:
    """The root of a copy.  Nothing else of ours is on the path of what runs there."""

    root: Path

    @classmethod
    def laid(cls, root: Path) -> Self:
        """Copy the portal as it stands to `root`, a folder to be made.

        What was compiled comes along, and is good as long as its source is as old: a file that
        is spoiled, or put right, is compiled anew.  What another process compiles at this very
        moment stays behind: it is renamed as soon as it is whole.
        """
        for folder in _FOLDERS:
            copytree(ROOT / folder, root / folder, ignore=_BEING_WRITTEN)
        for file in _FILES:
            copy2(ROOT / file, root / file)
        return cls(root)

    @contextmanager
    def spoiled_by(self, sabotage: Sabotage) -> Iterator[None]:
        """Switch a guard off for as long as the block lasts."""
        file = self.root / sabotage.path
        sound = file.read_bytes()
        file.write_text(sabotage.spoiled(self.root), encoding="utf-8")
        try:
            yield
        finally:
            file.write_bytes(sound)

    def test(self, nodes: Iterable[str], *, to_the_end: bool = False) -> Seen | None:
        """Run tests until one fails, or all of them; nothing if they do not come to an end."""
        told = self.root / "witness.json"
        told.unlink(missing_ok=True)
        words = (
            *("-q", "-p", "tests.sabotage.witness", f"--witness={told}"),
            *("-p", "no:cacheprovider", "--hypothesis-seed=0", "-k", "not postgresql"),
            *(() if to_the_end else ("--exitfirst",)),
        )
        path = os.pathsep.join(map(str, (self.root / "src", self.root)))
        others = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_")}
        try:
            subprocess.run(
                [sys.executable, "-m", "pytest", *words, *nodes],
                cwd=self.root,
                env={**others, "PYTHONPATH": path},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
        if not told.exists():
            return None
        return Seen.read(json.loads(told.read_text(encoding="utf-8")))

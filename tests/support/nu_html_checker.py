"""What the Nu HTML checker, which the W3C runs, finds wrong with pages."""

import json
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.support.requirements import missing

_JAR: Final = Path(__file__).parents[2] / "build" / "programs" / "vnu.jar"
_PATIENCE: Final = 240.0


def find_java() -> str | None:
    """Give the path of Java, which the checker needs; None where there is none that runs."""
    java = shutil.which("java")
    runs = (
        java and not subprocess.run([java, "-version"], capture_output=True, check=False).returncode
    )
    return java if runs else None


def errors_of(pages: Mapping[str, str], *, java: str, folder: Path) -> dict[str, list[str]]:
    """Return what is wrong, by the name of the page; `folder` holds nothing yet.

    One process reads them all: starting it takes longer than reading a page.
    """
    if not _JAR.exists():
        missing("vnu", word="The Nu HTML checker is not there: setup/programs installs it.")
    for name, source in pages.items():
        (folder / f"{name}.html").write_text(source, encoding="utf-8")
    options = ["--errors-only", "--exit-zero-always", "--no-langdetect", "--stdout"]
    told = subprocess.run(
        [java, "-jar", _JAR, *options, "--format", "json", "--html", folder],
        check=True,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
    ).stdout
    found: dict[str, list[str]] = defaultdict(list)
    for each in json.loads(told)["messages"]:
        where = f"line {each.get('lastLine')}: {each['message']} {each.get('extract', '')!r}"
        found[Path(each["url"]).stem].append(where)
    return dict(found)

"""What Lighthouse says of one page, on a phone or on a desktop."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final, Literal

import attrs

from tests.lighthouse.served_scene import ServedScene
from tests.support.chromium import find_chromium

CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
Device = Literal["mobile", "desktop"]

_PROGRAM: Final = Path("build/programs/lighthouse/node_modules/lighthouse/cli/index.js")
_PATIENCE: Final = 300.0


class NotAudited(Exception):
    """Lighthouse could not run; the message says why."""


@attrs.frozen(kw_only=True)
class Audited:
    """Scores out of 100 by category, and what cost points: the worst first."""

    page: str
    device: Device
    scores: dict[str, int]
    costs: list[str]


def audit(scene: ServedScene, path: str, *, device: Device, folder: Path) -> Audited:
    """Have a page looked at as the subscriber sees it; the whole report stays in `folder`.

    Raises:
        NotAudited: there is no Node or no Chromium, or Lighthouse failed.
    """
    node, chromium = shutil.which("node"), find_chromium()
    if node is None or chromium is None or not _PROGRAM.exists():
        message = "Lighthouse needs Node and Chromium; `make lighthouse` installs the rest."
        raise NotAudited(message)
    name = f"{path.strip('/').partition('?')[0]}-{device}"
    done = subprocess.run(
        [node, _PROGRAM, f"{scene.at}{path}", *_options(scene, device), *_to(folder / name)],
        capture_output=True,
        env={**os.environ, "CHROME_PATH": chromium},
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    if done.returncode:
        raise NotAudited(done.stderr)
    report = json.loads((folder / f"{name}.report.json").read_text(encoding="utf-8"))
    return Audited(page=path, device=device, scores=_scores(report), costs=_costs(report))


def _options(scene: ServedScene, device: Device) -> list[str]:
    root = " --no-sandbox" if os.geteuid() == 0 else ""
    options = [f"--chrome-flags=--headless --disable-gpu{root}", "--quiet", "--locale=en"]
    options.append(f"--only-categories={','.join(CATEGORIES)}")
    if device == "desktop":
        options.append("--preset=desktop")
    if scene.cookie:
        options.append(f"--extra-headers={json.dumps({'Cookie': scene.cookie})}")
    return options


def _to(report: Path) -> list[str]:
    return ["--output=json", "--output=html", f"--output-path={report}"]


def _scores(report: dict[str, Any]) -> dict[str, int]:
    return {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}


def _costs(report: dict[str, Any]) -> list[str]:
    """Name the audits that are weighed and not perfect."""
    weights = {
        each["id"]: each["weight"]
        for name in CATEGORIES
        for each in report["categories"][name]["auditRefs"]
    }
    missed = [
        (weights[name] * (1 - each["score"]), f"{name} {each.get('displayValue', '')}".strip())
        for name, each in report["audits"].items()
        if each["score"] is not None and each["score"] < 1 and weights.get(name)
    ]
    return [words for _, words in sorted(missed, reverse=True)]

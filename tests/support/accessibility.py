"""What axe-core 4.14.1 (MPL 2.0, in the folder `axe`) finds wrong with a page."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

_AXE: Final = Path(__file__).parent / "axe" / "axe.min.js"
_RUN: Final = "axe.run(document, {resultTypes: ['violations']})"


def violations(page: Page) -> list[str]:
    """Return each rule that is broken, and where."""
    page.wait_for_load_state()
    page.evaluate(_source())
    found: dict[str, Any] = page.evaluate(_RUN)
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@cache
def _source() -> str:
    # Evaluated by the debugger: the page's own policy, which refuses such a thing, stays whole.
    return _AXE.read_text(encoding="utf-8")

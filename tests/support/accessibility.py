"""What axe-core 4.14.1 (MPL 2.0, in the folder `axe`) finds wrong with a page."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

_AXE: Final = Path(__file__).parent / "axe" / "axe.min.js"
_SETTLED: Final = "document.getAnimations().forEach(each => each.finish())"
"""Another scheme or width sets colours moving: what is between two of them is nobody's choice.
Waiting for their end may last for ever, for what is folded away does not move."""
_RUN: Final = "options => axe.run(document, {resultTypes: ['violations'], ...options})"
_OF_LAYOUT: Final = (
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
)
"""What another width or other colours can break, in a page that is the same."""


def violations(page: Page, *, only_layout: bool = False) -> list[str]:
    """Return each rule that is broken, and where; or only those that depend on the window."""
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(_source())
    page.evaluate(_SETTLED)
    options = {"runOnly": list(_OF_LAYOUT)} if only_layout else {}
    found: dict[str, Any] = page.evaluate(_RUN, options)
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@cache
def _source() -> str:
    # Evaluated by the debugger: the page's own policy, which refuses such a thing, stays whole.
    return _AXE.read_text(encoding="utf-8")

"""Each page on each screen, by day and by night: read by all, whole, and calm."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, Literal

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.look.showing import Showing
from tests.look.view import View
from tests.look.views.every import EVERY
from tests.support.accessibility import violations
from tests.support.window import DESKTOP, PHONE, TABLET, Window

# A browser of its own, beside the one of the other tests.
pytestmark = pytest.mark.xdist_group("pages")

SMALLEST: Final[ViewportSize] = {"width": 320, "height": 640}
DESKTOP_AT_200: Final[ViewportSize] = {"width": 640, "height": 450}
"""What a browser makes of a desktop when it shows everything twice as large."""
SCREENS: Final = (PHONE, TABLET, DESKTOP)
SCHEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
_A_REFUSAL: Final = "the server responded with a status of "
"""What Chromium says of the answers whose status `Showing` has compared."""


def _faults(window: Window) -> Iterator[str]:
    """Say what is wrong with the page on the screen, whatever the screen."""
    for scheme in SCHEMES:
        window.page.emulate_media(color_scheme=scheme)
        for screen in SCREENS:
            window.page.set_viewport_size(screen)
            where = f"{screen['width']} wide, {scheme}"
            # Tabs and tables become others on a telephone; between the rest only colours
            # and sizes differ, and only the rules about those run again.
            is_new = scheme == "light" and screen != TABLET
            found = violations(window.page, only_layout=not is_new)
            yield from (f"{where}: {each}" for each in found)
    for screen in (*SCREENS, DESKTOP_AT_200, SMALLEST):
        window.page.set_viewport_size(screen)
        if overflow := window.overflow():
            yield f"{screen['width']} wide: {overflow} pixels too wide"
    yield from (each for each in window.complaints if _A_REFUSAL not in each)
    window.complaints.clear()


def _looked_at(
    showing: Showing, browser: Browser, views: tuple[View, ...]
) -> Iterator[tuple[str, list[str]]]:
    for who, theirs in groupby(sorted(views, key=_owner), key=lambda view: view.who):
        with showing.window_of(browser, who) as opened:
            assert opened.complaints == []
            for view in theirs:
                showing.show(view, opened.page)
                yield view.name, list(_faults(opened))


def _owner(view: View) -> str:
    return view.who.value


@pytest.mark.parametrize("room", EVERY)
def test_every_page_fits_and_can_be_read_by_all(
    browser: Browser, showing: Showing, room: str
) -> None:
    found = dict(_looked_at(showing, browser, EVERY[room]))

    assert {name: faults for name, faults in found.items() if faults} == {}

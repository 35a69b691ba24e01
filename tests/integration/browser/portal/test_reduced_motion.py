"""Nothing moves for whoever asked that nothing move."""

from typing import Final

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.look.showing import Showing
from tests.look.view import View, Who, refused, subscriber

# Beside those who look at every page: the scene is laid once for both.
pytestmark = pytest.mark.xdist_group("pages")

VIEWS: Final[tuple[View, ...]] = (
    subscriber("/tableau-de-bord?contrat=100300002"),
    subscriber("/factures?contrat=100200331"),
    subscriber("/consommations?contrat=100300002"),
    refused(subscriber("/contrats/100300002/releve")),
    subscriber("/demarches/{answered}"),
)
TALL: Final[ViewportSize] = {"width": 1280, "height": 4000}
"""So that all of a page is under the mouse without scrolling."""

_STOPS: Final = "a[href], button, input:not([type=hidden]), select, textarea, summary"
_MOVING: Final = """() => document.getAnimations().map(each =>
  `${each.effect.target.outerHTML.slice(0, 70)}: ${each.transitionProperty || each.animationName}`
)"""
_MOVING_AT_FOCUS: Final = f"""() => [...document.querySelectorAll("{_STOPS}")].flatMap(each => {{
  each.focus();
  return ({_MOVING})();
}})"""
_PLACES: Final = f"""() => [...document.querySelectorAll("{_STOPS}")]
  .map(each => each.getBoundingClientRect())
  .filter(box => box.width > 1 && box.bottom > 0)
  .map(box => [box.left + box.width / 2, box.top + box.height / 2])"""


class TestReducedMotion:
    def test_lets_nothing_move(self, browser: Browser, showing: Showing) -> None:
        moving: dict[str, list[str]] = {}
        with showing.window_of(browser, Who.SUBSCRIBER, screen=TALL) as opened:
            page = opened.page
            page.emulate_media(reduced_motion="reduce")
            for view in VIEWS:
                showing.show(view, page)
                page.keyboard.press("Tab")
                found = page.evaluate(_MOVING) + page.evaluate(_MOVING_AT_FOCUS)
                for left, top in page.evaluate(_PLACES):
                    page.mouse.move(left, top)
                    found += page.evaluate(_MOVING)
                moving[view.name] = found
                glide = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
                assert glide == "auto"

        assert {name: found for name, found in moving.items() if found} == {}

"""Pages on a sheet of paper: tables are tables there, and nothing is cut."""

from typing import Final

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.look.showing import Showing
from tests.look.view import View, Who, subscriber

# Beside those who look at every page: the scene is laid once for both.
pytestmark = pytest.mark.xdist_group("pages")

SHEET: Final[ViewportSize] = {"width": 718, "height": 1000}
"""A4 in pixels, its margins left out."""
VIEWS: Final[tuple[View, ...]] = (
    subscriber("/factures?contrat=tous"),
    subscriber("/factures/2026-EA-0000117"),
    subscriber("/consommations?contrat=100200331"),
)


class TestAPrintedPage:
    def test_holds_its_table(self, browser: Browser, showing: Showing) -> None:
        with showing.window_of(browser, Who.SUBSCRIBER, screen=SHEET) as opened:
            opened.page.emulate_media(media="print")
            for view in VIEWS:
                showing.show(view, opened.page)

                row = opened.page.locator("table.cards tbody tr").first
                assert row.evaluate("row => getComputedStyle(row).display") == "table-row"
                assert opened.overflow() == 0, view.name
                assert not opened.page.locator(".tabs, .chooser, .foot-links").first.is_visible()

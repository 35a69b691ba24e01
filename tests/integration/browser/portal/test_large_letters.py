"""Letters twice as large, and nothing else: what a browser does that enlarges text alone."""

from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.look.showing import Showing
from tests.look.view import View, Who, subscriber
from tests.support.window import PHONE

# Beside those who look at every page: the scene is laid once for both.
pytestmark = pytest.mark.xdist_group("pages")

VIEWS: Final[tuple[View, ...]] = (
    subscriber("/tableau-de-bord?contrat=100200331"),
    subscriber("/consommations?contrat=100200331"),
    subscriber("/factures/2026-EA-0000117"),
    subscriber("/contrats/100200331/releve/{reading}"),
    subscriber("/demarches"),
    subscriber("/demarches/{subscription}"),
    subscriber("/mon-compte"),
)
_TWICE: Final = """() => document.documentElement.style.setProperty(
  "font-size", `${2 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px`
)"""


class TestLargeLetters:
    def test_stay_within_a_telephone(self, browser: Browser, showing: Showing) -> None:
        with showing.window_of(browser, Who.SUBSCRIBER, screen=PHONE) as opened:
            for view in VIEWS:
                showing.show(view, opened.page)
                opened.page.evaluate(_TWICE)

                assert opened.overflow() == 0, view.name

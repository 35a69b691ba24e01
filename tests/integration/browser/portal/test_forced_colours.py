"""Colours that a reader imposes, pale or dark: nothing that matters was said by ours alone."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final, Literal

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Locator

from tests.look.showing import Showing
from tests.look.view import Step, View, Who, refused, subscriber
from tests.support.unseen import unseen
from tests.support.window import PHONE, Window

# Beside those who look at every page: the scene is laid once for both.
pytestmark = pytest.mark.xdist_group("pages")

_DOUBT: Final = subscriber("/contrats/100200423/releve").after(Step(answers={"index": "700"}))
VIEWS: Final[tuple[View, ...]] = (
    subscriber("/tableau-de-bord?contrat=100300002"),
    subscriber("/factures?contrat=100200331"),
    subscriber("/consommations?contrat=100300002"),
    subscriber("/contrats/100300002/releve"),
    refused(subscriber("/contrats/100300002/releve")),
    _DOUBT,
    subscriber("/demarches/{answered}"),
)


@pytest.fixture
def forced(browser: Browser, showing: Showing) -> Iterator[Window]:
    """Give the telephone of a subscriber, who imposes the colours."""
    with showing.window_of(browser, Who.SUBSCRIBER, screen=PHONE) as opened:
        opened.page.emulate_media(forced_colors="active")
        yield opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestForcedColours:
    def test_leave_everything_to_be_seen(
        self, forced: Window, showing: Showing, scheme: Literal["light", "dark"]
    ) -> None:
        forced.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        missed = {}
        for view in VIEWS:
            showing.show(view, forced.page)
            missed[view.name] = unseen(forced.page)

        assert {name: found for name, found in missed.items() if found} == {}

    def test_show_what_is_ticked(
        self, forced: Window, showing: Showing, scheme: Literal["light", "dark"]
    ) -> None:
        forced.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        showing.show(_DOUBT, forced.page)
        box = forced.page.get_by_label("J’ai relu mon compteur")
        before = _drawn(box)

        box.check()

        assert _share_of_change(before, _drawn(box)) > 0.1


def _drawn(box: Locator) -> Image.Image:
    """Return what it looks like when one is elsewhere."""
    box.page.mouse.move(0, 0)
    box.blur()
    return Image.open(BytesIO(box.screenshot())).convert("L")


def _share_of_change(before: Image.Image, after: Image.Image) -> float:
    changes = ImageChops.difference(before, after).histogram()
    return sum(changes[64:]) / sum(changes)

"""Letters in a window: on a phone, on a tablet, and to a screen reader."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize

from siegvo.adapters.mail.rendering import Writer
from siegvo.application.notifications.drafts import LetterKind
from siegvo.entrypoints.siegvo_utility import SIEGVO
from tests.support.accessibility import violations
from tests.support.letters import a_letter
from tests.support.window import PHONE, TABLET, Window, window

SMALLEST: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def writer() -> Writer:
    return Writer(utility=SIEGVO, public_url="https://abonnes.exemple.fr")


@pytest.fixture(scope="module")
def table(browser: Browser) -> Iterator[Window]:
    """Give the window where letters are laid one after the other: nothing of one is kept."""
    with window(browser, screen=PHONE) as opened:
        yield opened


@pytest.fixture
def letter(table: Window, writer: Writer, kind: LetterKind) -> Iterator[Window]:
    """Lay a letter on a telephone, by day."""
    table.page.set_viewport_size(PHONE)
    table.page.emulate_media(color_scheme="light")
    table.page.set_content(writer.write(a_letter(kind)).html)
    yield table
    table.complaints.clear()


@pytest.mark.parametrize("kind", LetterKind)
class TestALetter:
    @pytest.mark.parametrize("screen", [SMALLEST, PHONE, TABLET], ids=["320", "390", "820"])
    def test_fits_its_window(self, letter: Window, screen: ViewportSize) -> None:
        letter.page.set_viewport_size(screen)

        assert letter.overflow() == 0
        assert letter.complaints == []

    def test_can_be_read_by_all(self, letter: Window) -> None:
        by_day = violations(letter.page)
        letter.page.emulate_media(color_scheme="dark")

        assert by_day + violations(letter.page, only_layout=True) == []

"""Letters in a window: on a phone, on a tablet, and to a screen reader."""

import pytest
from playwright.sync_api import Browser, ViewportSize

from siegvo.adapters.mail.rendering import Writer
from siegvo.application.notifications.drafts import LetterKind
from siegvo.entrypoints.siegvo_utility import SIEGVO
from tests.support.accessibility import violations
from tests.support.letters import a_letter
from tests.support.window import PHONE, TABLET, window

SMALLEST: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def writer() -> Writer:
    return Writer(utility=SIEGVO, public_url="https://abonnes.exemple.fr")


@pytest.mark.parametrize("kind", LetterKind)
class TestALetter:
    @pytest.mark.parametrize("screen", [SMALLEST, PHONE, TABLET], ids=["320", "390", "820"])
    def test_fits_its_window(
        self, browser: Browser, writer: Writer, kind: LetterKind, screen: ViewportSize
    ) -> None:
        with window(browser, screen=screen) as opened:
            opened.page.set_content(writer.write(a_letter(kind)).html)

            assert opened.overflow() == 0
            assert opened.complaints == []

    def test_can_be_read_by_all(self, browser: Browser, writer: Writer, kind: LetterKind) -> None:
        with window(browser, screen=PHONE) as opened:
            opened.page.set_content(writer.write(a_letter(kind)).html)
            by_day = violations(opened.page)
            opened.page.emulate_media(color_scheme="dark")

            assert by_day + violations(opened.page, only_layout=True) == []

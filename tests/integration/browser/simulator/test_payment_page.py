"""The simulator's payment page in a window: every screen, by day and by night."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from siegvo.adapters.treasury.payfip import PayFip
from siegvo.entrypoints.simulator.clients import CLIENT
from siegvo.entrypoints.simulator.running import Simulator, running_simulator
from tests.support.accessibility import violations
from tests.support.builders.treasury import an_order
from tests.support.hands import Hand, Keyboard, Pointer
from tests.support.notified import Notified, listening
from tests.support.outside import StoppedClock
from tests.support.window import DESKTOP, PHONE, TABLET, window

SMALLEST: ViewportSize = {"width": 320, "height": 640}
_GONE = "the server responded with a status of 4"


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with running_simulator(clock=StoppedClock()) as running:
        yield running


@pytest.fixture
def portal_side() -> Iterator[Notified]:
    with listening() as heard:
        yield heard


@pytest.fixture
def address(simulator: Simulator, portal_side: Notified) -> str:
    """Return that of a page where something is to be paid."""
    payfip = PayFip.at(simulator.at, client=CLIENT, mode="T", clock=StoppedClock())
    order = an_order(
        reference="F" * 30,
        subject="Facture deau " * 7,
        return_url=portal_side.return_url,
        notification_url=portal_side.notification_url,
    )
    return payfip.open(order).page_url


def _open_everything(page: Page) -> None:
    page.get_by_text("Choisir un incident").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "screen", [SMALLEST, PHONE, TABLET, DESKTOP], ids=["320", "390", "820", "1280"]
)
class TestThePage:
    def test_fits_and_can_be_read_by_all(
        self,
        browser: Browser,
        simulator: Simulator,
        address: str,
        screen: ViewportSize,
        scheme: Literal["light", "dark"],
    ) -> None:
        with window(browser, screen=screen, scheme=scheme) as opened:
            opened.page.goto(address)
            _open_everything(opened.page)
            overflow, faults = opened.overflow(), violations(opened.page)
            opened.page.goto(f"{simulator.at}/tpa/paiementws.web?idop=nowhere")
            overflow += opened.overflow()
            faults += violations(opened.page)

        assert overflow == 0
        assert faults == []
        assert [each for each in opened.complaints if _GONE not in each] == []


class TestPaying:
    @pytest.mark.parametrize("hand", [Pointer, Keyboard], ids=["finger", "keyboard"])
    def test_leads_back_to_the_portal(
        self, browser: Browser, address: str, portal_side: Notified, hand: Callable[[Page], Hand]
    ) -> None:
        with window(browser, screen=PHONE) as opened:
            opened.page.goto(address)
            hand(opened.page).press("Payer par carte")
            expect(opened.page.get_by_role("heading", level=1)).to_have_text("Retour au portail")

            assert opened.page.url == portal_side.return_url
            assert [each for each in opened.complaints if _GONE not in each] == []
        assert portal_side.heard() == address.partition("idop=")[2]

    def test_may_meet_an_incident(
        self, browser: Browser, address: str, portal_side: Notified
    ) -> None:
        with window(browser, screen=PHONE) as opened:
            opened.page.goto(address)
            _open_everything(opened.page)
            opened.page.get_by_label("Pas de notification").check()
            opened.page.get_by_role("button", name="Payer par prélèvement").click()
            expect(opened.page.get_by_role("heading", level=1)).to_have_text("Retour au portail")

        assert portal_side.heard(within=0.3) == ""

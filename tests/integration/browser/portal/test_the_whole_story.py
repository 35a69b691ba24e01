"""From the first visit to leaving: in a browser, by finger, by keyboard, and without any script."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from siegvo.entrypoints.cli.main import siegvo
from tests.support.errands import Errands, heading
from tests.support.hands import Hand, Keyboard, Pointer
from tests.support.served import Served
from tests.support.window import PHONE, Window, window

CONTRACT = "100200423"
_A_REFUSAL = "the server responded with a status of 422"


def _live_it(errands: Errands) -> None:
    """Do everything a subscriber is there for; each page says where one is and what is next."""
    errands.sign_up()
    errands.link(CONTRACT)
    errands.send_a_doubtful_reading("700")
    assert errands.confirm_it() == "D-2026-000001"
    errands.look_at_consumption(sent="700")
    assert errands.ask_in_writing("Ma facture", "Elle est élevée.") == "D-2026-000002"
    errands.hand.press("Factures")
    errands.leave_to_pay("189,07 €")
    errands.pay()
    errands.learn_that_it_is_paid()
    assert errands.ask_to_pay_on_invoice() == "D-2026-000003"
    errands.open_change_of_payment()
    errands.confirm_change_of_payment()
    errands.sign_out()


class TestTheWholeStory:
    @pytest.mark.parametrize(
        ("hand", "runs_scripts"),
        [(Pointer, False), (Keyboard, True)],
        ids=["without script", "by keyboard"],
    )
    def test_is_lived_on_a_telephone(
        self,
        browser: Browser,
        paying_place: Served,
        hand: Callable[[Page], Hand],
        *,
        runs_scripts: bool,
    ) -> None:
        with window(browser, screen=PHONE, runs_scripts=runs_scripts) as opened:
            assert opened.page.evaluate("matchMedia('(scripting)').matches") == runs_scripts
            _live_it(Errands(window=opened, hand=hand(opened.page), place=paying_place))

        assert [each for each in opened.complaints if _A_REFUSAL not in each] == []


class TestAReading:
    def test_is_corrected_and_reaches_the_billing_system(
        self, browser: Browser, place: Served
    ) -> None:
        place.service.account(CONTRACT)
        with window(browser, screen=PHONE) as opened:
            errands = Errands(window=opened, hand=Pointer(opened.page), place=place)
            errands.sign_in()
            errands.send_a_doubtful_reading("700")

            assert errands.correct_it("570") == "D-2026-000001"

            exported = CliRunner().invoke(siegvo, ["export", "readings"], obj=place.service.portal)
            assert "C23BA000033;2026-11-23;570;abonne" in exported.stdout
            errands.hand.press("Suivre cette démarche")
            expect(errands.main).to_contain_text("Transmise")
        assert [each for each in opened.complaints if _A_REFUSAL not in each] == []


class TestGoingBack:
    def test_shows_nothing_once_signed_out(self, desk: Window, place: Served) -> None:
        place.service.account(CONTRACT)
        errands = Errands(window=desk, hand=Pointer(desk.page), place=place)
        errands.sign_in()
        errands.sign_out()

        desk.page.go_back()

        heading(desk.page, "MON ESPACE PERSONNEL ET SÉCURISÉ")


class TestTheFirstTab:
    def test_skips_to_the_content(self, browser: Browser, place: Served) -> None:
        with window(browser, screen=PHONE) as opened:
            opened.page.goto(f"{place.at}/connexion")
            Keyboard(opened.page).press("Aller au contenu")

            assert opened.page.url.endswith("#contenu")
            expect(opened.page.get_by_text("Aller au contenu")).not_to_be_in_viewport()

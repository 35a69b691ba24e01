"""Register, activate, link, look, send a reading, have it exported: in a browser."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from siegvo.entrypoints.cli.main import siegvo
from tests.support.hands import Hand, Keyboard, Pointer
from tests.support.sample_files import key_of
from tests.support.sample_portal import PASSWORD
from tests.support.served import Served
from tests.support.window import PHONE, window

ODILE = "odile.marchal@exemple.fr"


def _heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def _live_it(page: Page, hand: Hand, *, at: Served) -> None:
    page.goto(at.at)
    hand.press("S’inscrire")
    hand.write("Email", ODILE)
    hand.write("Mot de passe", PASSWORD)
    hand.write("Confirmation du mot de passe", PASSWORD)
    hand.press("Valider")
    _heading(page, "Vérifiez votre messagerie")

    at.service.post()
    page.goto(f"{at.at}/activation/{at.mailbox.last.facts['token']}")
    hand.write("Mot de passe", PASSWORD)
    hand.press("Activer mon compte")
    _heading(page, "Bienvenue sur votre espace abonné.")

    hand.press("Lier un contrat")
    hand.write("1 Numéro de contrat", "100 200 423")
    hand.write("2 Clé de sécurité", key_of("100200423").lower())
    hand.press("Lier un contrat")
    _heading(page, "Votre contrat est lié à votre compte")

    hand.press("Aller au tableau de bord")
    _heading(page, "Tableau de bord")
    hand.press("Transmettre un relevé de compteur")
    hand.write("Chiffres noirs du compteur", "700")
    hand.press("Transmettre ce relevé")
    expect(page.get_by_role("alert")).to_contain_text("Relisez votre compteur")
    expect(page.get_by_role("alert")).to_be_focused()

    hand.write("Chiffres noirs du compteur", "570")
    hand.press("Transmettre ce relevé")
    _heading(page, "Votre relevé est transmis")
    expect(page.locator("main")).to_contain_text("D-2026-000001")

    exported = CliRunner().invoke(siegvo, ["export", "readings"], obj=at.service.portal)
    assert "C23BA000033;2026-11-23;570;abonne" in exported.stdout
    hand.press("Suivre cette démarche")
    expect(page.locator("main")).to_contain_text("Transmise")

    hand.press("Se déconnecter")
    expect(page.get_by_role("status")).to_have_text("Vous êtes déconnecté.")


class TestTheWholeStory:
    @pytest.mark.parametrize("hand", [Pointer, Keyboard], ids=["finger", "keyboard"])
    def test_is_lived_on_a_telephone(
        self, browser: Browser, place: Served, hand: Callable[[Page], Hand]
    ) -> None:
        with window(browser, screen=PHONE) as opened:
            _live_it(opened.page, hand(opened.page), at=place)

        assert [each for each in opened.complaints if "status of 422" not in each] == []

    def test_needs_no_script(self, browser: Browser, place: Served) -> None:
        with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:
            page = context.new_page()
            _live_it(page, Pointer(page), at=place)


class TestGoingBack:
    def test_shows_nothing_once_signed_out(self, browser: Browser, place: Served) -> None:
        place.service.account("100200423")
        with window(browser) as opened:
            page, hand = opened.page, Pointer(opened.page)
            page.goto(f"{place.at}/connexion")
            hand.write("E-mail", ODILE)
            hand.write("Mot de passe", PASSWORD)
            hand.press("Se connecter")
            _heading(page, "Tableau de bord")
            hand.press("Se déconnecter")
            expect(page.get_by_role("status")).to_have_text("Vous êtes déconnecté.")

            page.go_back()

            _heading(page, "MON ESPACE PERSONNEL ET SÉCURISÉ")


class TestTheFirstTab:
    def test_skips_to_the_content(self, browser: Browser, place: Served) -> None:
        with window(browser, screen=PHONE) as opened:
            opened.page.goto(f"{place.at}/connexion")
            Keyboard(opened.page).press("Aller au contenu")

            assert opened.page.url.endswith("#contenu")
            expect(opened.page.get_by_text("Aller au contenu")).not_to_be_in_viewport()

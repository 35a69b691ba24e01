"""Away to the treasury's page and back, in a browser: its rules let the form through."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.treasury.payfip import PayFip
from siegvo.entrypoints.simulator.clients import CLIENT
from siegvo.entrypoints.simulator.running import running_simulator
from tests.support.accessibility import violations
from tests.support.hands import Hand, Keyboard, Pointer
from tests.support.outside import StoppedClock
from tests.support.sample_portal import PASSWORD
from tests.support.served import Served, served
from tests.support.window import PHONE, window

ODILE = "odile.marchal@exemple.fr"


@pytest.fixture
def paying_place(sqlite_samples_url: str, tmp_path: Path) -> Iterator[Served]:
    """Serve the portal of Odile, who is paid by a simulator."""
    engine = open_engine(sqlite_samples_url)
    with running_simulator(clock=StoppedClock()) as simulator:
        treasury = PayFip.at(simulator.at, client=CLIENT, mode="T", clock=StoppedClock())
        with served(engine, folder=tmp_path, treasury=treasury) as place:
            place.service.account("100200423", email=ODILE)
            yield place
    engine.dispose()


def _heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


@pytest.mark.parametrize("hand", [Pointer, Keyboard], ids=["finger", "keyboard"])
def test_a_payer_comes_back_and_learns_the_end(
    browser: Browser, paying_place: Served, hand: Callable[[Page], Hand]
) -> None:
    place = paying_place
    with window(browser, screen=PHONE) as opened:
        page = opened.page
        hands = hand(page)
        page.goto(f"{place.at}/connexion?next=/factures")
        hands.write("E-mail", ODILE)
        hands.write("Mot de passe", PASSWORD)
        hands.press("Se connecter")
        hands.press("Payer 189,07 € en ligne")
        _heading(page, "Payer 189,07 €")
        assert not page.url.startswith(place.at)

        hands.press("Payer par carte")
        _heading(page, "Nous attendons la réponse de la trésorerie")
        assert page.url.startswith(f"{place.at}/paiements/")
        assert opened.overflow() == 0
        assert violations(page) == []

        while place.service.portal.billing.list_payments(most=1)[0].state.is_open:
            place.service.portal.billing.check_payments()
        hands.press("Actualiser")
        _heading(page, "Votre paiement est enregistré par la trésorerie")
        assert opened.overflow() == 0
        assert violations(page) == []
        assert opened.complaints == []

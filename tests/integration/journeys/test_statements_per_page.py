"""What each page asks of the database, who is asking included."""

import pytest

from tests.support.asking import at_once
from tests.support.browser import Browser
from tests.support.database import compiled_noted, statements_noted
from tests.support.sample_portal import SamplePortal

MOST = {
    "/tableau-de-bord?contrat=100200714": 2,
    "/consommations?contrat=100200714": 2,
    "/demarches": 3,
    "/demarches/nouvelle/abonnement": 1,
    "/demarches/nouvelle/resiliation": 1,
    "/demarches/nouvelle/fuite": 1,
    "/demarches/nouvelle/autre": 1,
    "/demarches/D-2026-000001": 5,
    "/demarches/D-2026-000001/annulation": 5,
    "/factures": 2,
    "/factures?contrat=tous&annee=2026&situation=payees": 2,
    "/factures/2026-EA-0001543": 3,
    "/mon-compte": 2,
    "/mon-compte/sessions": 2,
    "/contrats/100200714/releve": 2,
    "/contrats/100200714/reglement": 4,
    "/contrats/100200714/mode-de-reglement": 4,
    "/bienvenue": 2,
    "/sante": 1,
}


@pytest.fixture
def agent(service: SamplePortal) -> Browser:
    """Give the browser of a payer with twelve contracts, whose pages were opened before."""
    browser = service.subscriber("100200714")
    browser.deliver(at_once(browser, "fuite"))
    for path in MOST:
        browser.ask("GET", path)
    return browser


class TestAHotPage:
    @pytest.mark.parametrize("path", ["/tableau-de-bord", "/consommations", "/factures", "/sante"])
    def test_compiles_nothing_the_second_time(self, service: SamplePortal, path: str) -> None:
        browser = service.subscriber("100200423")
        browser.ask("GET", path)

        with compiled_noted() as noted:
            browser.ask("GET", path)

        assert not noted


class TestADashboard:
    @pytest.mark.parametrize("query", ["", "?contrat=100200423"])
    def test_asks_one_thing_when_nothing_is_open(self, service: SamplePortal, query: str) -> None:
        browser = service.subscriber("100200423")
        browser.ask("GET", "/tableau-de-bord")

        with statements_noted() as noted:
            browser.ask("GET", f"/tableau-de-bord{query}")

        assert len(noted) == 1


class TestAPage:
    def test_asks_few_things_of_the_database(self, agent: Browser) -> None:
        for path, most in MOST.items():
            with statements_noted() as noted:
                agent.ask("GET", path)

            assert len(noted) <= most, noted

    def test_asks_nothing_for_a_stranger(self, service: SamplePortal) -> None:
        with statements_noted() as noted:
            for path in ("/connexion", "/inscription", "/a-quoi-sert-le-portail", "/contact"):
                service.visitor().ask("GET", path)

        assert not noted

    def test_asks_no_more_of_a_longer_history(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200331", "100200423")
        for number in ("100200331", "100200423"):
            browser.ask("GET", f"/consommations?contrat={number}")

        with statements_noted() as long:
            browser.ask("GET", "/consommations?contrat=100200331")
        with statements_noted() as short:
            browser.ask("GET", "/consommations?contrat=100200423")

        assert len(long) == len(short)

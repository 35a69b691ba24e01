"""The devices one is signed in on, and what their owner learns of them."""

import pytest

from tests.support.browser import Browser
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/18.6 Safari/604.1"


def a_browser(service: SamplePortal, *, agent: str, origin: str) -> Browser:
    browser = service.visitor()
    browser.client.environ_base |= {"HTTP_USER_AGENT": agent, "REMOTE_ADDR": origin}
    return browser


@pytest.fixture
def desk(service: SamplePortal) -> Browser:
    """Give the browser of a subscriber who has just signed in at a desk."""
    service.account("100200433")
    browser = a_browser(service, agent=FIREFOX, origin="203.0.113.7")
    browser.submit("/connexion", email=ODILE, password=PASSWORD)
    return browser


@pytest.fixture
def phone(service: SamplePortal, desk: Browser) -> Browser:
    """Give another one of the same person, signed in as well."""
    del desk  # it was there first
    browser = a_browser(service, agent=SAFARI, origin="198.51.100.9")
    browser.submit("/connexion", email=ODILE, password=PASSWORD)
    return browser


class TestTheListOfDevices:
    def test_names_them_as_their_owner_would(self, desk: Browser, phone: Browser) -> None:
        assert phone.page.path == "/tableau-de-bord"

        page = desk.open("/mon-compte/sessions")

        assert "Firefox sous Windows Adresse 203.0.113.x · Connecté le 23/11/2026 à 12h00" in page
        assert "Cet appareil" in page
        assert "Safari sur un iPhone Adresse 198.51.100.x" in page
        assert "203.0.113.7" not in page.source

    def test_is_found_from_my_account(self, desk: Browser) -> None:
        assert "/mon-compte/sessions" in desk.open("/mon-compte").links().values()

    def test_is_for_those_who_have_signed_in(self, service: SamplePortal) -> None:
        assert service.visitor().open("/mon-compte/sessions").path.startswith("/connexion?next=")

    def test_lets_another_one_be_signed_out(self, desk: Browser, phone: Browser) -> None:
        desk.open("/mon-compte/sessions")

        page = desk.press("Déconnecter Safari sur un iPhone, connecté le 23/11/2026 à 12h00")

        assert "L’appareil est déconnecté." in page
        assert "Safari" not in page
        assert phone.open("/tableau-de-bord").path.startswith("/connexion")
        assert desk.open("/tableau-de-bord").path == "/tableau-de-bord"

    def test_lets_all_be_signed_out(self, desk: Browser, phone: Browser) -> None:
        desk.open("/mon-compte/sessions")

        page = desk.press("Déconnecter tous les appareils, celui-ci compris")

        assert "Vous êtes déconnecté de tous vos appareils." in page
        for browser in (desk, phone):
            assert browser.open("/tableau-de-bord").path.startswith("/connexion")

    def test_shows_and_ends_nothing_of_somebody_else(
        self, service: SamplePortal, desk: Browser
    ) -> None:
        desk.open("/mon-compte/sessions")
        stranger = service.subscriber("100200714", email="agent@exemple.fr")
        visitor = service.portal.accounts.who_is(cookie(stranger))
        assert visitor is not None
        token = desk.page.tree.all("input")[0]["value"]

        answer = desk.ask(
            "POST",
            "/mon-compte/sessions",
            data={"csrf_token": token, "session": str(visitor.session.family)},
            headers={"Origin": desk.at, "Sec-Fetch-Site": "same-origin"},
        )

        assert answer.status_code == 404
        assert stranger.open("/tableau-de-bord").path == "/tableau-de-bord"


class TestANewDevice:
    def test_is_told_by_mail_and_a_known_one_is_not(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        writing_service.account("100200433")
        writing_service.post()
        before = len(mail.arrived)
        for _ in range(2):
            browser = a_browser(writing_service, agent=FIREFOX, origin="203.0.113.7")
            browser.submit("/connexion", email=ODILE, password=PASSWORD)
            browser.press("Se déconnecter")
            browser.submit("/connexion", email=ODILE, password=PASSWORD)
            writing_service.post()

        assert len(mail.arrived) == before + 1


class TestAnOwner:
    def test_is_not_kept_out_by_a_thousand_wrong_passwords(
        self, service: SamplePortal, desk: Browser
    ) -> None:
        desk.press("Se déconnecter")
        stranger = a_browser(service, agent=SAFARI, origin="198.51.100.9")
        for _ in range(5):
            stranger.submit("/connexion", email=ODILE, password="une erreur", expect=422)
        stranger.submit("/connexion", email=ODILE, password=PASSWORD, expect=429)

        page = desk.submit("/connexion", email=ODILE, password=PASSWORD)

        assert page.path == "/tableau-de-bord"

    def test_is_recognised_by_a_value_that_opens_nothing(
        self, service: SamplePortal, desk: Browser
    ) -> None:
        known = desk.client.get_cookie("siegvo-appareil")
        assert known is not None
        thief = service.visitor()
        thief.client.set_cookie("siegvo-appareil", known.value)
        thief.client.set_cookie("siegvo", known.value)

        assert thief.open("/tableau-de-bord").path.startswith("/connexion")


def cookie(browser: Browser) -> str:
    found = browser.client.get_cookie("siegvo")
    assert found is not None
    return found.value

from datetime import timedelta

import attrs
import pytest

from tests.support.browser import Browser
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"


@pytest.fixture
def odile(service: SamplePortal) -> Browser:
    """Give the browser of somebody who has an account, and is not signed in."""
    service.account("100200433")
    return service.visitor()


class TestSigningIn:
    def test_leads_to_the_dashboard(self, odile: Browser) -> None:
        page = odile.submit("/connexion", email=ODILE, password=PASSWORD)

        assert page.path == "/tableau-de-bord"

    def test_leads_back_to_where_one_wanted_to_go(self, odile: Browser) -> None:
        page = odile.open("/consommations?contrat=100200433")
        assert page.path == "/connexion?next=%2Fconsommations%3Fcontrat%3D100200433"

        page = odile.send(email=ODILE, password=PASSWORD)

        assert page.path == "/consommations?contrat=100200433"

    def test_leads_back_by_the_address_it_is_sent_to(self, odile: Browser) -> None:
        sending = odile.prepare("/connexion", email=ODILE, password=PASSWORD)
        fields = tuple(pair for pair in sending.fields if pair[0] != "next")
        elsewhere = attrs.evolve(sending, action="/connexion?next=%2Ffactures", fields=fields)

        assert odile.deliver(elsewhere).path == "/factures"

    def test_keeps_where_one_wanted_to_go_through_a_mistake(self, odile: Browser) -> None:
        sending = odile.prepare("/connexion", email=ODILE, password="une erreur")
        odile.deliver(attrs.evolve(sending, action="/connexion?next=%2Ffactures"), expect=422)

        assert odile.send(email=ODILE, password=PASSWORD).path == "/factures"

    def test_makes_way_for_somebody_else(self, service: SamplePortal, odile: Browser) -> None:
        service.account(email="paul@exemple.fr")
        odile.submit("/connexion", email=ODILE, password=PASSWORD)
        before = odile.client.get_cookie("siegvo")
        sending = service.visitor().prepare(
            "/connexion", email="paul@exemple.fr", password=PASSWORD
        )
        token = odile.open("/contrats/lier").typed_in("csrf_token")
        fields = tuple(
            (name, token if name == "csrf_token" else value) for name, value in sending.fields
        )

        odile.deliver(attrs.evolve(sending, fields=fields))

        assert "paul@exemple.fr" in odile.open("/mon-compte")
        assert before is not None
        odile.client.set_cookie("siegvo", before.value)
        assert odile.open("/mon-compte").path.startswith("/connexion")

    def test_does_not_mind_capitals_in_the_address(self, odile: Browser) -> None:
        page = odile.submit("/connexion", email=" Odile.MARCHAL@exemple.FR ", password=PASSWORD)

        assert page.heading == "Tableau de bord"

    def test_answers_alike_for_an_unknown_address_and_a_wrong_password(
        self, odile: Browser
    ) -> None:
        wrong = odile.submit("/connexion", email=ODILE, password="une erreur", expect=422)
        unknown = odile.submit(
            "/connexion", email="personne@exemple.fr", password=PASSWORD, expect=422
        )

        assert wrong.text.replace(ODILE, "") == unknown.text.replace("personne@exemple.fr", "")
        assert wrong.typed_in("email") == ODILE

    def test_is_not_asked_twice(self, odile: Browser) -> None:
        odile.submit("/connexion", email=ODILE, password=PASSWORD)

        assert odile.open("/connexion").path == "/tableau-de-bord"
        assert odile.open("/").path == "/tableau-de-bord"

    def test_waits_after_five_mistakes_and_says_until_when(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        for _ in range(5):
            odile.submit("/connexion", email=ODILE, password="une erreur", expect=422)

        page = odile.submit("/connexion", email=ODILE, password=PASSWORD, expect=429)
        assert page.heading == "Trop d’essais"
        assert "réessayez après le 23/11/2026 à 12h" in page

        service.clock.advance(timedelta(minutes=16))
        assert odile.submit("/connexion", email=ODILE, password=PASSWORD).path == "/tableau-de-bord"


class TestASession:
    @pytest.fixture(autouse=True)
    def _signed_in(self, odile: Browser) -> None:
        odile.submit("/connexion", email=ODILE, password=PASSWORD)

    def test_ends_with_the_button(self, service: SamplePortal, odile: Browser) -> None:
        stolen = odile.client.get_cookie("siegvo")
        assert stolen is not None

        page = odile.press("Se déconnecter")

        assert "Vous êtes déconnecté." in page
        left = odile.client.get_cookie("siegvo")
        assert left is not None
        assert left.value != stolen.value
        assert odile.open("/tableau-de-bord").path.startswith("/connexion")
        thief = service.visitor()
        thief.client.set_cookie("siegvo", stolen.value)
        assert thief.open("/tableau-de-bord").path.startswith("/connexion")

    def test_begins_again_afterwards(self, odile: Browser) -> None:
        odile.press("Se déconnecter")

        page = odile.send(email=ODILE, password=PASSWORD)

        assert page.fact("Numéro de contrat") == "100200433"

    def test_ends_after_half_an_hour_without_a_page(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        service.clock.advance(timedelta(minutes=29, seconds=59))
        assert odile.open("/mon-compte").path == "/mon-compte"

        service.clock.advance(timedelta(minutes=30, seconds=1))
        assert odile.open("/mon-compte").path == "/connexion?next=%2Fmon-compte"

    def test_ends_after_twelve_hours_whatever_is_opened(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        for _ in range(12 * 3 - 1):
            service.clock.advance(timedelta(minutes=20))
            assert odile.open("/mon-compte").path == "/mon-compte"

        service.clock.advance(timedelta(minutes=20, seconds=1))
        assert odile.open("/mon-compte").path.startswith("/connexion")


class TestBeingRemembered:
    def test_lasts_for_days_and_not_for_ever(self, service: SamplePortal, odile: Browser) -> None:
        odile.submit("/connexion", email=ODILE, password=PASSWORD, remember=True)

        service.clock.advance(timedelta(days=29))
        assert odile.open("/mon-compte").path == "/mon-compte"

        service.clock.advance(timedelta(days=31))
        assert odile.open("/mon-compte").path.startswith("/connexion")

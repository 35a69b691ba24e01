"""The password once more, before something serious."""

from datetime import timedelta

import pytest
from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.pages import page
from tests.support.browser import Browser
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"
serious = Blueprint("serious", __name__, url_prefix="/serieux")


@serious.route("", methods=["GET", "POST"])
@current.proved
def look() -> ResponseReturnValue:
    return page("accounts/welcome.html", announced=())


@serious.post("/fin")
@current.proved
def end() -> ResponseReturnValue:
    return page("accounts/welcome.html", announced=())


@pytest.fixture
def odile(service: SamplePortal) -> Browser:
    """Give the browser of somebody remembered, who opens a portal with serious pages."""
    service.app.register_blueprint(serious)
    service.account("100200433")
    browser = service.visitor()
    browser.submit("/connexion", email=ODILE, password=PASSWORD, remember=True)
    return browser


class TestASeriousPage:
    def test_opens_within_ten_minutes_of_the_password(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        service.clock.advance(timedelta(minutes=10))

        assert odile.open("/serieux").path == "/serieux"

    def test_asks_for_the_password_later_and_opens_then(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        service.clock.advance(timedelta(minutes=10, seconds=1))
        page = odile.open("/serieux?contrat=100200433")
        assert page.path == "/connexion/confirmation?next=%2Fserieux%3Fcontrat%3D100200433"
        assert page.heading == "Confirmez que c’est vous"

        page = odile.send(password=PASSWORD)

        assert page.path == "/serieux?contrat=100200433"

    def test_asks_for_it_after_days_of_being_remembered(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        service.clock.advance(timedelta(days=12))

        assert odile.open("/serieux").heading == "Confirmez que c’est vous"
        assert odile.send(password=PASSWORD).path == "/serieux"
        service.clock.advance(timedelta(minutes=10))
        assert odile.open("/serieux").path == "/serieux"

    def test_is_shown_again_and_not_sent_again(self, service: SamplePortal, odile: Browser) -> None:
        service.clock.advance(timedelta(minutes=11))
        odile.open("/mon-compte")
        form = {"csrf_token": odile.page.tree.all("input")[0]["value"]}
        headers = {"Origin": odile.at, "Sec-Fetch-Site": "same-origin"}

        shown = odile.ask("POST", "/serieux", data=form, headers=headers)
        left = odile.ask("POST", "/serieux/fin", data=form, headers=headers)

        assert shown.headers["Location"] == "/connexion/confirmation?next=%2Fserieux"
        assert left.headers["Location"] == "/connexion/confirmation?next=%2Fmon-compte"

    def test_asks_strangers_to_sign_in(self, service: SamplePortal, odile: Browser) -> None:
        assert odile.page.path == "/tableau-de-bord"
        assert service.visitor().open("/serieux").path == "/connexion?next=%2Fserieux"


class TestConfirming:
    def test_refuses_another_password(self, service: SamplePortal, odile: Browser) -> None:
        service.clock.advance(timedelta(minutes=11))
        odile.open("/serieux")

        page = odile.send(password="une erreur", expect=422)

        assert "Ce n’est pas le mot de passe de votre compte" in page.said_beside("password")
        assert odile.open("/serieux").heading == "Confirmez que c’est vous"

    def test_changes_the_cookie(self, service: SamplePortal, odile: Browser) -> None:
        before = odile.client.get_cookie("siegvo")
        assert before is not None
        thief = service.visitor()
        thief.client.set_cookie("siegvo", before.value)
        service.clock.advance(timedelta(minutes=11))
        odile.open("/serieux")
        odile.send(password=PASSWORD)

        after = odile.client.get_cookie("siegvo")
        assert after is not None
        assert after.value != before.value
        assert thief.open("/serieux").path.startswith("/connexion/confirmation")
        service.clock.advance(timedelta(seconds=61))
        assert thief.open("/mon-compte").path.startswith("/connexion?")

    @pytest.mark.parametrize("elsewhere", ["https://exemple.org/", "//exemple.org", "/connexion"])
    def test_leads_nowhere_else(
        self, service: SamplePortal, odile: Browser, elsewhere: str
    ) -> None:
        service.clock.advance(timedelta(minutes=11))

        page = odile.submit(f"/connexion/confirmation?next={elsewhere}", password=PASSWORD)

        assert page.path == "/mon-compte"

    def test_is_for_those_who_have_signed_in(self, service: SamplePortal) -> None:
        assert service.visitor().open("/connexion/confirmation").path.startswith("/connexion?next")

import pytest

from tests.support.browser import Browser
from tests.support.mail_links import letter_about
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"
FRESH = "lanterne vingt-deux orge dimanche"
FORM = "/mon-compte/mot-de-passe"


def _change(
    browser: Browser, *, current: str = PASSWORD, fresh: str = FRESH, expect: int = 200
) -> None:
    browser.submit(
        FORM, current_password=current, password=fresh, password_confirmation=fresh, expect=expect
    )


class TestChangingOnesPassword:
    @pytest.fixture
    def odile(self, service: SamplePortal) -> Browser:
        return service.subscriber("100200423")

    def test_begins_on_my_account(self, odile: Browser) -> None:
        page = odile.open("/mon-compte")
        (door,) = [each for each in page.links() if each.startswith("Modifier votre mot de passe")]

        assert odile.follow(door).heading == "Modifier votre mot de passe"

    def test_says_that_it_is_done(self, odile: Browser) -> None:
        _change(odile)

        assert odile.page.heading == "Mon compte"
        assert "Votre mot de passe est changé." in odile.page

    def test_leaves_only_the_new_one_good(self, service: SamplePortal, odile: Browser) -> None:
        _change(odile)

        again = service.visitor()
        again.submit("/connexion", email=ODILE, password=PASSWORD, expect=422)
        page = again.submit("/connexion", email=ODILE, password=FRESH)
        assert page.path == "/tableau-de-bord"

    def test_ends_the_other_sessions_and_keeps_this_one_under_another_value(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        elsewhere = service.visitor()
        elsewhere.submit("/connexion", email=ODILE, password=PASSWORD)
        cookie = odile.client.get_cookie("siegvo")
        assert cookie
        thief = service.visitor()
        thief.client.set_cookie("siegvo", cookie.value)

        _change(odile)

        assert odile.open("/tableau-de-bord").path == "/tableau-de-bord"
        assert elsewhere.open("/tableau-de-bord").path.startswith("/connexion")
        assert thief.open("/tableau-de-bord").path.startswith("/connexion")

    def test_is_told_of_by_mail(self, writing_service: SamplePortal, mail: MailSink) -> None:
        _change(writing_service.subscriber())
        writing_service.post()

        letter = letter_about(mail, "Votre mot de passe SIEGVO a changé")
        assert letter.recipients == (ODILE,)

    def test_wants_the_current_one(self, service: SamplePortal, odile: Browser) -> None:
        _change(odile, current="un autre mot de passe", expect=422)

        said = odile.page.said_beside("current_password")
        assert "Ce n’est pas le mot de passe de votre compte" in said
        service.visitor().submit("/connexion", email=ODILE, password=PASSWORD)

    def test_cannot_be_used_to_guess_the_current_one(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        for _ in range(5):
            _change(odile, current="un autre mot de passe", expect=422)

        _change(odile, expect=429)

        page = service.visitor().submit("/connexion", email=ODILE, password=PASSWORD)
        assert page.status == 200, "the owner gets in elsewhere"

    def test_is_held_to_the_same_rules_as_the_first(self, odile: Browser) -> None:
        for weak, words in (
            ("mirabell", "a 8 caractères"),
            ("123456789012", "sorte de caractères"),
        ):
            _change(odile, fresh=weak, expect=422)
            assert words in odile.page.said_beside("password")

    def test_asks_a_browser_to_let_password_managers_help(self, odile: Browser) -> None:
        page = odile.open(FORM)

        asked = {
            each["name"]: each for each in page.main.all("input") if each["type"] == "password"
        }
        assert asked["current_password"]["autocomplete"] == "current-password"
        assert asked["password"]["autocomplete"] == "new-password"
        assert not any(each.has("onpaste") for each in asked.values())

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tests.support.browser import Browser
from tests.support.insisting import answered
from tests.support.mail_links import letter_about, link_in
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"
FRESH = "lanterne vingt-deux orge dimanche"
FORM = "/mot-de-passe-oublie"


def _ask(service: SamplePortal, mail: MailSink, *, email: str = ODILE) -> str:
    """Ask for a link, let the worker do its round, and return the way in that the letter gives."""
    assert service.visitor().submit(FORM, email=email).heading == "Vérifiez votre messagerie"
    service.post()
    letter = letter_about(mail, "Choisissez un nouveau mot de passe")
    assert letter.recipients == (ODILE,)
    return link_in(letter, "/reinitialisation/")


def _choose(browser: Browser, link: str, *, password: str = FRESH, expect: int = 200) -> str:
    browser.open(link)
    page = browser.send(password=password, password_confirmation=password, expect=expect)
    return page.heading


class TestAForgottenPassword:
    @pytest.fixture
    def odile(self, writing_service: SamplePortal) -> Browser:
        return writing_service.subscriber("100200423")

    @pytest.fixture
    def link(self, writing_service: SamplePortal, mail: MailSink, odile: Browser) -> str:
        odile.open("/tableau-de-bord")
        return _ask(writing_service, mail)

    def test_is_asked_for_on_the_sign_in_page(self, service: SamplePortal) -> None:
        stranger = service.visitor()
        stranger.open("/connexion")

        assert stranger.follow("Mot de passe oublié").heading == "Mot de passe oublié"

    def test_is_replaced_by_the_link_of_the_letter(
        self, writing_service: SamplePortal, link: str
    ) -> None:
        browser = writing_service.visitor()

        assert _choose(browser, link) == "Votre mot de passe est changé"

        assert browser.open("/tableau-de-bord").path.startswith("/connexion"), "nobody signs in"
        page = browser.submit("/connexion", email=ODILE, password=FRESH)
        assert page.path == "/tableau-de-bord"

    def test_opens_nothing_any_more(self, writing_service: SamplePortal, link: str) -> None:
        _choose(writing_service.visitor(), link)

        page = writing_service.visitor().submit(
            "/connexion", email=ODILE, password=PASSWORD, expect=422
        )

        assert "ne vont pas ensemble" in page

    def test_takes_every_session_with_it(
        self, writing_service: SamplePortal, odile: Browser, link: str
    ) -> None:
        assert odile.open("/tableau-de-bord").path == "/tableau-de-bord"

        _choose(writing_service.visitor(), link)

        assert odile.open("/tableau-de-bord").path.startswith("/connexion")

    def test_is_told_of_by_mail(
        self, writing_service: SamplePortal, mail: MailSink, link: str
    ) -> None:
        _choose(writing_service.visitor(), link)
        writing_service.post()

        letter = letter_about(mail, "Votre mot de passe SIEGVO a changé")
        assert letter.recipients == (ODILE,)

    def test_lets_in_an_owner_whom_strangers_kept_out(
        self, writing_service: SamplePortal, link: str
    ) -> None:
        stranger = writing_service.visitor()
        for _ in range(5):
            stranger.submit("/connexion", email=ODILE, password="faux, archifaux", expect=422)
        stranger.submit("/connexion", email=ODILE, password=PASSWORD, expect=429)

        browser = writing_service.visitor()
        _choose(browser, link)

        assert browser.submit("/connexion", email=ODILE, password=FRESH).status == 200

    def test_is_held_to_the_same_rules_as_the_first(
        self, writing_service: SamplePortal, link: str
    ) -> None:
        browser = writing_service.visitor()
        browser.open(link)

        for weak, words in (("mirabell", "a 8 caractères"), (f"{ODILE}", "trop facile")):
            page = browser.send(password=weak, password_confirmation=weak, expect=422)
            assert words in page.said_beside("password")
        page = browser.send(password=FRESH, password_confirmation=f"{FRESH}!", expect=422)
        assert "ne sont pas les mêmes" in page.said_beside("password_confirmation")


class TestTheLinkToReset:
    @pytest.fixture
    def link(self, writing_service: SamplePortal, mail: MailSink) -> str:
        writing_service.account()
        return _ask(writing_service, mail)

    def test_is_taken_out_of_the_address(self, writing_service: SamplePortal, link: str) -> None:
        browser = writing_service.visitor()

        page = browser.open(link)

        assert page.path == "/reinitialisation"
        assert link.rpartition("/")[2] not in page.source

    def test_serves_without_being_taken_out_too(
        self, writing_service: SamplePortal, link: str
    ) -> None:
        browser = writing_service.visitor()
        sending = browser.prepare(link, password=FRESH, password_confirmation=FRESH)

        page = browser.deliver(sending)

        assert page.heading == "Votre mot de passe est changé"

    def test_survives_a_mail_scanner(self, writing_service: SamplePortal, link: str) -> None:
        for _ in range(20):
            writing_service.visitor().open(link)

        assert _choose(writing_service.visitor(), link) == "Votre mot de passe est changé"

    def test_serves_once(self, writing_service: SamplePortal, link: str) -> None:
        _choose(writing_service.visitor(), link)

        page = writing_service.visitor().open(link, expect=422)

        assert page.heading == "Ce lien a déjà servi"

    def test_serves_once_even_at_the_same_moment(
        self, writing_service: SamplePortal, link: str
    ) -> None:
        browsers = [writing_service.visitor() for _ in range(2)]
        sendings = []
        for rank, browser in enumerate(browsers):
            browser.open(link)
            fresh = f"{FRESH} {rank}"
            sendings.append(
                (
                    browser,
                    browser.prepare(
                        "/reinitialisation", password=fresh, password_confirmation=fresh
                    ),
                )
            )

        with ThreadPoolExecutor(2) as hands:
            answers = hands.map(lambda pair: answered(lambda: pair[0].transmit(pair[1])), sendings)
            codes = [answer.status_code for answer in answers]

        assert sorted(codes) == [303, 422]

    def test_dies_with_another_that_served(
        self, writing_service: SamplePortal, mail: MailSink, link: str
    ) -> None:
        second = _ask(writing_service, mail)
        _choose(writing_service.visitor(), second)

        assert writing_service.visitor().open(link, expect=422).heading == "Ce lien a déjà servi"

    def test_lasts_half_an_hour(self, writing_service: SamplePortal, link: str) -> None:
        writing_service.clock.advance(timedelta(minutes=30))
        assert writing_service.visitor().open(link).status == 200

        writing_service.clock.advance(timedelta(seconds=1))
        page = writing_service.visitor().open(link, expect=422)
        assert page.heading == "Ce lien n’est plus valable"

    def test_is_ours_or_nothing(self, writing_service: SamplePortal, link: str) -> None:
        for forged in (f"{link}x", link[:-2], "/reinitialisation/n-importe-quoi"):
            page = writing_service.visitor().open(forged, expect=404)
            assert page.heading == "Ce lien ne mène à rien"

    def test_needs_its_cookie(self, writing_service: SamplePortal) -> None:
        page = writing_service.visitor().open("/reinitialisation", expect=404)

        assert page.heading == "Ce lien ne mène à rien"

    def test_is_carried_as_strictly_as_a_session(self, secure_service: SamplePortal) -> None:
        browser = secure_service.visitor()
        browser.open("/reinitialisation/n-importe-quoi", expect=404)

        cookie = browser.client.get_cookie("__Host-siegvo-lien", domain="abonnes.exemple.fr")

        assert cookie
        assert cookie.secure
        assert cookie.http_only

    def test_revives_no_account_that_was_deleted(
        self, writing_service: SamplePortal, link: str
    ) -> None:
        odile = writing_service.visitor()
        odile.submit("/connexion", email=ODILE, password=PASSWORD)
        odile.submit("/mon-compte/suppression", password=PASSWORD)

        assert writing_service.visitor().open(link, expect=422).heading == "Ce lien a déjà servi"


class TestAnAddressWithoutAccount:
    def test_gets_the_same_answer(self, writing_service: SamplePortal, mail: MailSink) -> None:
        writing_service.account()
        mail.at_mail = "451 4.3.0 not now"

        known, unknown = (
            self._answer(writing_service, email) for email in (ODILE, "personne@exemple.fr")
        )

        assert known == unknown

    def test_gets_no_letter(self, writing_service: SamplePortal, mail: MailSink) -> None:
        writing_service.visitor().submit(FORM, email="personne@exemple.fr")
        writing_service.post()

        assert not mail.arrived

    def test_is_made_to_wait_as_the_others(self, service: SamplePortal) -> None:
        service.account()
        for email in (ODILE, "personne@exemple.fr"):
            browser = service.visitor()
            for _ in range(3):
                browser.submit(FORM, email=email)

            page = browser.submit(FORM, email=email, expect=429)

            assert page.heading == "Trop d’essais"

    def _answer(self, service: SamplePortal, email: str) -> object:
        browser = service.visitor()
        answer = browser.transmit(browser.prepare(FORM, email=email))
        return answer.status_code, answer.data, sorted(dict(answer.headers).items())

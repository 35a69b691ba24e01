from datetime import timedelta

import pytest

from tests.support.browser import Browser
from tests.support.mail_links import letter_about, link_in
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"
NEW = "o.marchal@exemple.org"
FRESH = "lanterne vingt-deux orge dimanche"
FORM = "/mon-compte/adresse-e-mail"
CONFIRM, CANCEL = f"{FORM}/confirmation/", f"{FORM}/annulation/"


def _ask(browser: Browser, *, email: str = NEW) -> None:
    page = browser.submit(FORM, email=email, password=PASSWORD)
    assert page.heading == "Vérifiez votre nouvelle messagerie"


def _press(browser: Browser, link: str, label: str, *, expect: int = 200) -> str:
    browser.open(link)
    return browser.press(label, expect=expect).heading


def _confirm(browser: Browser, link: str, *, expect: int = 200) -> str:
    return _press(browser, link, "Confirmer cette adresse", expect=expect)


def _cancel(browser: Browser, link: str, *, expect: int = 200) -> str:
    return _press(browser, link, "Annuler le changement", expect=expect)


@pytest.fixture
def odile(writing_service: SamplePortal) -> Browser:
    return writing_service.subscriber("100200423")


@pytest.fixture
def asked(writing_service: SamplePortal, odile: Browser) -> Browser:
    """Ask for another address, and let the worker do its round."""
    _ask(odile)
    writing_service.post()
    return odile


@pytest.fixture
def confirmation(asked: Browser, mail: MailSink) -> str:
    asked.open("/mon-compte")
    return link_in(letter_about(mail, "Confirmez votre nouvelle adresse"), CONFIRM)


@pytest.fixture
def cancellation(asked: Browser, mail: MailSink) -> str:
    asked.open("/mon-compte")
    return link_in(letter_about(mail, "Un changement d’adresse e-mail est demandé"), CANCEL)


class TestAnotherAddress:
    def test_is_asked_at_both_mailboxes(self, asked: Browser, mail: MailSink) -> None:
        assert asked.open("/mon-compte").status == 200

        assert letter_about(mail, "Confirmez votre nouvelle").recipients == (NEW,)
        assert letter_about(mail, "changement d’adresse").recipients == (ODILE,)
        assert ODILE not in letter_about(mail, "Confirmez votre nouvelle").text

    def test_changes_nothing_before_it_is_confirmed(
        self, writing_service: SamplePortal, confirmation: str
    ) -> None:
        for _ in range(5):
            writing_service.visitor().open(confirmation)

        browser = writing_service.visitor()
        browser.submit("/connexion", email=NEW, password=PASSWORD, expect=422)
        assert browser.submit("/connexion", email=ODILE, password=PASSWORD).status == 200

    def test_is_the_address_once_it_is_confirmed(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser, confirmation: str
    ) -> None:
        heading = _confirm(writing_service.visitor(), confirmation)
        writing_service.post()

        assert heading == "Votre nouvelle adresse est confirmée"
        assert NEW in odile.open("/mon-compte")
        browser = writing_service.visitor()
        browser.submit("/connexion", email=ODILE, password=PASSWORD, expect=422)
        assert browser.submit("/connexion", email=NEW, password=PASSWORD).status == 200
        assert letter_about(mail, "Votre nouvelle adresse SIEGVO").recipients == (NEW,)
        assert letter_about(mail, "Votre adresse e-mail a changé").recipients == (ODILE,)

    def test_is_confirmed_once(self, writing_service: SamplePortal, confirmation: str) -> None:
        _confirm(writing_service.visitor(), confirmation)

        heading = _confirm(writing_service.visitor(), confirmation, expect=422)

        assert heading == "Ce lien ne sert plus"

    def test_is_confirmed_within_the_hour(
        self, writing_service: SamplePortal, confirmation: str
    ) -> None:
        writing_service.clock.advance(timedelta(hours=1, seconds=1))

        heading = _confirm(writing_service.visitor(), confirmation, expect=422)

        assert heading == "Ce lien n’est plus valable"

    def test_wants_the_password(self, odile: Browser) -> None:
        page = odile.submit(FORM, email=NEW, password="un autre mot de passe", expect=422)

        assert "Ce n’est pas le mot de passe" in page.said_beside("password")

    def test_is_another_one(self, odile: Browser) -> None:
        page = odile.submit(FORM, email=ODILE.upper(), password=PASSWORD, expect=422)

        assert "est déjà celle de votre compte" in page.said_beside("email")

    def test_that_has_an_account_is_not_given_away(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        writing_service.account(email=NEW)
        before = odile.transmit(odile.prepare(FORM, email="personne@exemple.fr", password=PASSWORD))
        after = odile.transmit(odile.prepare(FORM, email=NEW, password=PASSWORD))
        writing_service.post()

        assert (before.status_code, before.data) == (after.status_code, after.data)
        assert dict(before.headers) == dict(after.headers)
        assert letter_about(mail, "Cette adresse a déjà un compte").recipients == (NEW,)

    def test_taken_meanwhile_is_refused(
        self, writing_service: SamplePortal, confirmation: str
    ) -> None:
        writing_service.account(email=NEW)

        heading = _confirm(writing_service.visitor(), confirmation, expect=409)

        assert heading == "Cette adresse a déjà un compte"

    def test_replaces_one_asked_before(
        self, writing_service: SamplePortal, odile: Browser, confirmation: str
    ) -> None:
        _ask(odile, email="encore@exemple.org")

        heading = _confirm(writing_service.visitor(), confirmation, expect=422)

        assert heading == "Ce lien ne sert plus"


class TestAnIntrudersAddress:
    """Somebody else knows the password, and asks for their own mailbox."""

    def test_never_gets_the_account_once_the_password_is_changed(
        self, writing_service: SamplePortal, odile: Browser, confirmation: str
    ) -> None:
        odile.submit(
            "/mon-compte/mot-de-passe",
            current_password=PASSWORD,
            password=FRESH,
            password_confirmation=FRESH,
        )

        heading = _confirm(writing_service.visitor(), confirmation, expect=422)

        assert heading == "Ce lien ne sert plus"

    def test_is_kept_away_by_the_old_mailbox(
        self, writing_service: SamplePortal, confirmation: str, cancellation: str
    ) -> None:
        assert _cancel(writing_service.visitor(), cancellation).endswith("est annulé")

        heading = _confirm(writing_service.visitor(), confirmation, expect=422)
        assert heading == "Ce lien ne sert plus"

    def test_is_taken_away_again_for_three_days(
        self,
        writing_service: SamplePortal,
        mail: MailSink,
        odile: Browser,
        confirmation: str,
        cancellation: str,
    ) -> None:
        intruder = writing_service.visitor()
        _confirm(intruder, confirmation)
        intruder.submit("/connexion", email=NEW, password=PASSWORD)
        writing_service.clock.advance(timedelta(hours=71))

        _cancel(writing_service.visitor(), cancellation)
        writing_service.post()

        for browser in (intruder, odile):
            assert browser.open("/tableau-de-bord").path.startswith("/connexion")
        for email in (NEW, ODILE):
            intruder.submit("/connexion", email=email, password=PASSWORD, expect=422)
        letter = letter_about(mail, "Le changement d’adresse est annulé")
        assert letter.recipients == (ODILE,)
        owner = writing_service.visitor()
        owner.open(link_in(letter, "/reinitialisation/"))
        owner.send(password=FRESH, password_confirmation=FRESH)
        assert owner.submit("/connexion", email=ODILE, password=FRESH).status == 200

    def test_stays_after_three_days(
        self, writing_service: SamplePortal, confirmation: str, cancellation: str
    ) -> None:
        _confirm(writing_service.visitor(), confirmation)
        writing_service.clock.advance(timedelta(hours=72, seconds=1))

        heading = _cancel(writing_service.visitor(), cancellation, expect=422)

        assert heading == "Ce lien n’est plus valable"

    def test_is_taken_away_whatever_the_intruder_changed_next(
        self, writing_service: SamplePortal, mail: MailSink, confirmation: str, cancellation: str
    ) -> None:
        intruder = writing_service.visitor()
        _confirm(intruder, confirmation)
        intruder.submit("/connexion", email=NEW, password=PASSWORD)
        _ask(intruder, email="encore@exemple.org")
        writing_service.post()
        second = link_in(letter_about(mail, "Confirmez votre nouvelle adresse"), CONFIRM)
        _confirm(intruder, second)

        _cancel(writing_service.visitor(), cancellation)

        intruder.submit("/connexion", email="encore@exemple.org", password=PASSWORD, expect=422)

    def test_cannot_undo_what_the_owner_undid(
        self, writing_service: SamplePortal, cancellation: str
    ) -> None:
        _cancel(writing_service.visitor(), cancellation)

        heading = _cancel(writing_service.visitor(), cancellation, expect=422)

        assert heading == "Ce lien ne sert plus"

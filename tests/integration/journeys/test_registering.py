import re
from datetime import timedelta

import attrs
import pytest

from tests.support.browser import Browser
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"


def _link_in(mail: MailSink) -> str:
    """Return the path behind the link of the latest letter, as its text gives it."""
    body = mail.arrived[-1].message.get_body(preferencelist=("plain",))
    assert body is not None
    found = re.search(r"http://localhost(/activation/\S+)", body.get_content())
    assert found, "the letter has a link"
    return found[1]


def _register(browser: Browser, *, email: str = ODILE, password: str = PASSWORD) -> None:
    page = browser.submit(
        "/inscription", email=email, password=password, password_confirmation=password
    )
    assert page.heading == "Vérifiez votre messagerie"


class TestRegistering:
    @pytest.fixture
    def odile(self, writing_service: SamplePortal) -> Browser:
        return writing_service.visitor()

    @pytest.fixture
    def invited(self, writing_service: SamplePortal, mail: MailSink, odile: Browser) -> str:
        """Register, let the worker do its round, and return the way in that the letter gives."""
        _register(odile)
        writing_service.post()
        return _link_in(mail)

    def test_begins_on_the_sign_in_page(self, odile: Browser) -> None:
        page = odile.open("/")

        assert page.heading == "MON ESPACE PERSONNEL ET SÉCURISÉ"
        assert odile.follow("S’inscrire").heading == "S’inscrire"

    def test_sends_a_letter_with_a_link(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        _register(odile)
        assert not mail.arrived, "nobody waits for the mail server"

        writing_service.post()

        (letter,) = mail.arrived
        assert letter.recipients == (ODILE,)
        assert letter.message["Subject"] == "Activez votre compte SIEGVO"
        assert letter.message["From"] == "SIEGVO <facturation@siegvo.com>"

    def test_activates_with_the_password_and_welcomes(self, odile: Browser, invited: str) -> None:
        page = odile.submit(invited, password=PASSWORD)

        assert page.path == "/bienvenue"
        assert page.heading == "Bienvenue sur votre espace abonné."
        assert "Pour lier un contrat d’eau à votre compte munissez-vous d’une facture." in page
        assert odile.follow("Lier un contrat").heading == "Lier un contrat"

    def test_shows_no_contract_before_one_is_linked(self, odile: Browser, invited: str) -> None:
        odile.submit(invited, password=PASSWORD)

        assert odile.open("/tableau-de-bord").path == "/bienvenue"
        for tab in ("/factures", "/consommations"):
            assert "Il ne reste qu’à lier votre contrat" in odile.open(tab)
        assert "Aucun contrat n’est encore lié à votre compte." in odile.open("/mon-compte")
        assert "Aucune demande pour l’instant." in odile.open("/demarches")

    def test_does_not_activate_because_a_scanner_opened_the_link(
        self, writing_service: SamplePortal, invited: str
    ) -> None:
        scanner = writing_service.visitor()
        for _ in range(3):
            assert scanner.open(invited).heading == "Activer votre compte"

        odile = writing_service.visitor()
        assert odile.submit(invited, password=PASSWORD).path == "/bienvenue"

    def test_signs_out_whoever_else_was_signed_in_here(
        self, writing_service: SamplePortal, invited: str
    ) -> None:
        paul = writing_service.subscriber(email="paul@exemple.fr")
        before = paul.client.get_cookie("siegvo")
        assert before is not None

        paul.submit(invited, password=PASSWORD)

        assert ODILE in paul.open("/mon-compte")
        paul.client.set_cookie("siegvo", before.value)
        assert paul.open("/mon-compte").path.startswith("/connexion")

    def test_takes_the_link_out_of_the_address_before_it_shows_anything(
        self, odile: Browser, invited: str
    ) -> None:
        page = odile.open(invited)

        assert page.path == "/activation"
        assert invited.rpartition("/")[2] not in page.source
        welcomed = odile.send(password=PASSWORD)
        assert welcomed.path == "/bienvenue"
        cookie = odile.client.get_cookie("siegvo-lien")
        assert cookie is None or not cookie.value

    def test_activates_without_the_cookie_when_the_link_itself_is_sent(
        self, odile: Browser, invited: str
    ) -> None:
        sending = attrs.evolve(odile.prepare(invited, password=PASSWORD), action=invited)
        odile.client.delete_cookie("siegvo-lien")

        assert odile.deliver(sending).path == "/bienvenue"

    def test_wants_the_password_that_was_chosen(self, odile: Browser, invited: str) -> None:
        page = odile.submit(invited, password="un autre mot de passe", expect=422)

        assert "Ce n’est pas le mot de passe choisi" in page.said_beside("password")

    def test_opens_once(self, writing_service: SamplePortal, odile: Browser, invited: str) -> None:
        odile.submit(invited, password=PASSWORD)

        late = writing_service.visitor()
        page = late.open(invited, expect=422)

        assert page.heading == "Ce lien a déjà servi"
        assert late.follow("Se connecter").heading == "MON ESPACE PERSONNEL ET SÉCURISÉ"

    def test_opens_once_in_two_windows_too(
        self, writing_service: SamplePortal, odile: Browser, invited: str
    ) -> None:
        late = writing_service.visitor()
        sending = late.prepare(invited, password=PASSWORD)
        odile.submit(invited, password=PASSWORD)

        assert late.deliver(sending, expect=422).heading == "Ce lien a déjà servi"

    def test_lasts_a_day(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser, invited: str
    ) -> None:
        sending = odile.prepare(invited, password=PASSWORD)
        writing_service.clock.advance(timedelta(hours=24, seconds=1))
        assert odile.open(invited, expect=422).heading == "Ce lien n’est plus valable"
        page = odile.deliver(sending, expect=422)
        assert page.heading == "Ce lien n’est plus valable"

        odile.follow("Renvoyer le courriel d’activation")
        odile.send(email=ODILE)
        writing_service.post()

        assert odile.submit(_link_in(mail), password=PASSWORD).path == "/bienvenue"

    def test_knows_a_forged_link(self, odile: Browser, invited: str) -> None:
        for forged in (invited[:-2], f"{invited}x", "/activation/n-importe-quoi"):
            assert odile.open(forged, expect=404).heading == "Ce lien ne mène à rien"

    def test_knows_that_no_link_was_brought(self, odile: Browser) -> None:
        assert odile.open("/activation", expect=404).heading == "Ce lien ne mène à rien"

    def test_tells_a_known_mailbox_and_nobody_else(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser, invited: str
    ) -> None:
        odile.submit(invited, password=PASSWORD)

        _register(writing_service.visitor(), email="Odile.Marchal@EXEMPLE.fr")
        writing_service.post()

        assert mail.arrived[-1].recipients == (ODILE,)
        assert "déjà" in mail.arrived[-1].message["Subject"]

    def test_offers_the_link_again_to_who_signs_in_too_early(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser, invited: str
    ) -> None:
        page = odile.submit("/connexion", email=ODILE, password=PASSWORD, expect=422)
        assert page.heading == "Votre compte n’est pas encore activé"
        assert page.typed_in("email") == ODILE

        odile.press("Renvoyer le courriel")
        writing_service.post()

        assert len(mail.arrived) == 2
        assert odile.submit(_link_in(mail), password=PASSWORD).path == "/bienvenue"
        assert odile.open(invited, expect=422).heading == "Ce lien a déjà servi"


class TestARefusedRegistration:
    @pytest.fixture
    def odile(self, service: SamplePortal) -> Browser:
        return service.visitor()

    def test_says_what_is_missing_beside_the_question(self, odile: Browser) -> None:
        page = odile.submit(
            "/inscription",
            email="odile.marchal@exemple",
            password="mirabell",
            password_confirmation="mirabelle",
            expect=422,
        )

        assert "Il manque la fin de l’adresse" in page.said_beside("email")

    def test_gives_back_what_was_typed_but_for_passwords(self, odile: Browser) -> None:
        page = odile.submit(
            "/inscription",
            email="odile.marchal@exemple",
            password=PASSWORD,
            password_confirmation=PASSWORD,
            expect=422,
        )

        assert page.typed_in("email") == "odile.marchal@exemple"
        assert not page.typed_in("password")
        assert PASSWORD not in page.source

    def test_refuses_what_is_easily_guessed(self, odile: Browser) -> None:
        for password, words in (
            ("mirabell", "a 8 caractères"),
            ("123456789012", "qu’une sorte de caractères"),
            ("motdepasse123", "trop facile"),
            ("odile.marchal@exemple.fr", "trop facile"),
        ):
            page = odile.submit(
                "/inscription",
                email=ODILE,
                password=password,
                password_confirmation=password,
                expect=422,
            )

            assert words in page.said_beside("password")

    def test_wants_the_same_password_twice(self, odile: Browser) -> None:
        page = odile.submit(
            "/inscription",
            email=ODILE,
            password=PASSWORD,
            password_confirmation=f"{PASSWORD}!",
            expect=422,
        )

        assert "ne sont pas les mêmes" in page.said_beside("password_confirmation")

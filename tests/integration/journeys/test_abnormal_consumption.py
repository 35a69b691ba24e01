"""A home draws too much: its payer is told, and has the bill capped."""

from datetime import timedelta

import attrs
import pytest

from siegvo.domain.metering.leak_notice import NoticeState
from tests.support.asking import a_pdf
from tests.support.browser import Browser
from tests.support.later_files import a_reading_row
from tests.support.mail_links import letter_about
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

NUMBER = "100200423"
SEND = "Envoyer la demande"
CERTIFICATE = "envoyer l’attestation de l’entreprise de plomberie"
METER_TEST = "demander la vérification du compteur"
RECEIVED = "Attestation reçue le 23/11/2026."


def _leak(service: SamplePortal) -> None:
    """Let the meter show 148 m3 in 41 days, and the portal look at it."""
    service.receive(readings=[a_reading_row("C23BA000033", on="2026-11-20", index=700)])
    service.portal.metering.watch_leaks()


@pytest.fixture
def loic(service: SamplePortal) -> Browser:
    """Give the browser of somebody whose meter turned too much."""
    browser = service.subscriber(NUMBER, email="loic.ferreira@exemple.fr")
    _leak(service)
    return browser


def _state(service: SamplePortal) -> NoticeState:
    (state,) = [
        each.state
        for each in service.portal.metering.list_leaks()
        if each.line.notice.found.contract.digits == NUMBER
    ]
    return state


class TestWhoIsTold:
    def test_gets_a_letter_with_dates_figures_and_the_law(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        browser = writing_service.subscriber(NUMBER, email="loic.ferreira@exemple.fr")
        _leak(writing_service)

        writing_service.post()

        letter = letter_about(mail, "Consommation d’eau anormale")
        body = letter.message.get_body(preferencelist=("plain",))
        assert body is not None
        text = body.get_content().replace("\u00a0", " ")
        for words in ("148 m³", "article L. 2224-12-4, III bis", "au plus tard le 23/12/2026"):
            assert words in " ".join(text.split())
        page = browser.open(f"/tableau-de-bord?contrat={NUMBER}")
        assert CERTIFICATE in page.links()

    @pytest.mark.parametrize("path", ["/tableau-de-bord", "/consommations"])
    def test_sees_it_on_their_pages(self, loic: Browser, path: str) -> None:
        page = loic.open(path)

        assert "le compteur C23BA000033 a compté 148 m³" in page
        assert "Nous vous en avons informé le 23/11/2026." in page
        assert "répondez au plus tard le 23/12/2026" in page
        assert {CERTIFICATE, METER_TEST} <= page.links().keys()

    def test_is_nobody_else(self, service: SamplePortal, loic: Browser) -> None:
        assert "anormale" in loic.open("/tableau-de-bord")

        other = service.subscriber("100200394", email="karim@exemple.fr")

        assert "anormale" not in other.open("/tableau-de-bord")


class TestACertificate:
    def test_turns_the_notice(self, service: SamplePortal, loic: Browser) -> None:
        loic.open("/tableau-de-bord")
        loic.follow(CERTIFICATE)

        page = loic.press(
            SEND,
            leak_place="Canalisation enterrée, devant le garage",
            repaired_on="2026-11-22",
            attachment=a_pdf(),
        )

        assert page.fact("Endroit de la fuite") == "Canalisation enterrée, devant le garage"
        assert page.fact("Réparée le") == "22/11/2026"
        assert _state(service) is NoticeState.CERTIFICATE_RECEIVED
        assert RECEIVED in loic.open("/tableau-de-bord")
        assert RECEIVED in loic.open("/consommations")

    def test_is_wanted_with_what_it_says(self, service: SamplePortal, loic: Browser) -> None:
        loic.open("/tableau-de-bord")
        loic.follow(CERTIFICATE)

        page = loic.press(SEND, leak_place="Sous la cave", expect=422)

        assert "Joignez l’attestation" in page.said_beside("attachment")
        assert page.said_beside("repaired_on")
        assert _state(service) is NoticeState.TOLD
        assert loic.press(SEND, repaired_on="2026-11-22", attachment=a_pdf()).fact(
            "Endroit de la fuite"
        ) == ("Sous la cave")

    def test_that_comes_too_late_is_a_request_all_the_same(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        loic.open("/tableau-de-bord")
        page = loic.follow(CERTIFICATE)
        service.clock.advance(timedelta(days=31))
        loic.submit("/connexion", email="loic.ferreira@exemple.fr", password=PASSWORD)

        loic.submit(
            page.path,
            leak_place="Sous la cave",
            repaired_on="2026-11-22",
            attachment=a_pdf(),
        )

        assert _state(service) is NoticeState.EXPIRED
        assert "est passé depuis le 23/12/2026" in loic.open("/tableau-de-bord")


class TestATestOfTheMeter:
    def test_turns_the_notice_and_leaves_the_certificate(
        self, service: SamplePortal, loic: Browser
    ) -> None:
        loic.open("/tableau-de-bord")
        loic.follow(METER_TEST)

        page = loic.press(SEND)

        assert "Ce qui est demandé vérifier le compteur" in page
        assert _state(service) is NoticeState.METER_TEST_ASKED
        links = loic.open("/tableau-de-bord").links()
        assert CERTIFICATE in links
        assert METER_TEST not in links


class TestTheForms:
    @pytest.mark.parametrize("way", ["attestation", "compteur"])
    def test_of_somebody_without_a_contract_tell_of_a_leak(
        self, service: SamplePortal, way: str
    ) -> None:
        browser = service.subscriber(email="neuve@exemple.fr")

        page = browser.open(f"/demarches/nouvelle/fuite?pour={way}")

        assert page.heading == "La fuite"

    def test_do_not_take_a_contract_of_others(self, loic: Browser) -> None:
        form = loic.prepare(f"/demarches/nouvelle/fuite?contrat={NUMBER}&pour=compteur")

        fields = [(name, words) for name, words in form.fields if name != "contract_number"]
        loic.deliver(
            attrs.evolve(form, fields=(*fields, ("contract_number", "100200394"))), expect=404
        )

import pytest

from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.reference import RequestReference
from tests.support.browser import Browser
from tests.support.later_files import a_contract_row
from tests.support.mail_server import MailSink
from tests.support.sample_files import key_of
from tests.support.sample_portal import SamplePortal

LARGE = "100200714"  # one of the twelve contracts of R000066
FIRST = RequestReference(2026, 1)
CLERK = Actor.staff("paul")


@pytest.fixture
def odile(writing_service: SamplePortal) -> Browser:
    browser = writing_service.subscriber()
    writing_service.post()
    return browser


def _subjects(service: SamplePortal, mail: MailSink) -> list[str]:
    before = len(mail.arrived)
    service.post()
    return [str(each.message["Subject"]) for each in mail.arrived[before:]]


class TestALargePayer:
    def test_waits_for_staff_and_is_then_linked(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        page = odile.submit("/contrats/lier", contract_number=LARGE, security_key=key_of(LARGE))

        assert page.path == "/contrats/en-attente"
        assert page.heading == "Votre rattachement est en attente du service"
        assert f"{FIRST} Contrat {LARGE}" in page
        requests = odile.open("/demarches")
        assert "Rattachement d’un contrat" in requests
        assert "En attente du service" in requests
        assert odile.open("/tableau-de-bord").path == "/bienvenue"
        assert odile.ask("GET", f"/tableau-de-bord?contrat={LARGE}").status_code == 404
        assert _subjects(writing_service, mail) == [
            f"Votre rattachement est en attente du service\u00a0: {FIRST}"
        ]

        writing_service.portal.contracts.approve_link(FIRST, actor=CLERK)

        assert odile.open("/tableau-de-bord").path == "/tableau-de-bord"
        assert "Terminée" in odile.open("/demarches")
        assert odile.open("/contrats/en-attente").path == "/demarches"
        assert _subjects(writing_service, mail) == ["Un contrat est lié à votre compte SIEGVO"]

    def test_is_not_linked_when_staff_refuse(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        odile.submit("/contrats/lier", contract_number=LARGE, security_key=key_of(LARGE))
        _subjects(writing_service, mail)

        writing_service.portal.contracts.refuse_link(
            FIRST, reason="Le syndic ne vous connaît pas.", actor=CLERK
        )

        assert "Motif : Le syndic ne vous connaît pas." in odile.open("/demarches")
        assert odile.open("/tableau-de-bord").path == "/bienvenue"
        assert _subjects(writing_service, mail) == [
            f"Votre rattachement n’a pas été accepté\u00a0: {FIRST}"
        ]


class TestASharedContract:
    FERREIRA = "100200423"

    def test_says_how_many_others_see_it_and_may_be_disputed(self, service: SamplePortal) -> None:
        odile = service.subscriber(self.FERREIRA)
        assert "Le vôtre seulement" in odile.open("/mon-compte")
        service.account(self.FERREIRA, email="karim@exemple.fr")
        service.account(self.FERREIRA, email="lea@exemple.fr")

        assert "Le vôtre et 2 autres comptes" in odile.open("/mon-compte")
        page = odile.follow("Comptes liés à vos contrats Le vôtre et 2 autres comptes")
        assert "2 autres comptes y ont aussi accès" in page
        assert "@" not in page.main.text

        page = odile.press("Contester")

        assert "Votre contestation D-2026-000001 est en attente du service." in page
        assert "Contestation d’un compte lié" in odile.open("/demarches")
        (waiting,) = service.portal.contracts.list_waiting_links()
        assert str(waiting.email) == "odile.marchal@exemple.fr"

    def test_is_disputed_by_those_who_see_it_only(self, service: SamplePortal) -> None:
        odile = service.subscriber(self.FERREIRA)
        service.account(self.FERREIRA, email="karim@exemple.fr")
        odile.open("/mon-compte/comptes-lies")

        odile.press("Contester", expect=404, payer="R000066")
        odile.open("/mon-compte/comptes-lies")
        odile.press("Contester", expect=422, payer="?")

        assert service.portal.contracts.list_waiting_links() == ()

    def test_is_hidden_at_once_from_who_is_unlinked(self, service: SamplePortal) -> None:
        odile = service.subscriber(self.FERREIRA)
        odile.open("/tableau-de-bord")

        service.portal.contracts.unlink_payer(
            EmailAddress("odile.marchal@exemple.fr"), PayerCode("R000022"), actor=CLERK
        )

        assert odile.open("/tableau-de-bord").path == "/bienvenue"
        assert odile.ask("GET", f"/contrats/{self.FERREIRA}/releve").status_code == 404


class TestAShortKey:
    NEW = "100300010"

    def test_makes_the_link_wait(self, service: SamplePortal) -> None:
        service.receive(contracts=[{**a_contract_row(self.NEW), "cle_securite": "4711471"}])

        page = service.subscriber().submit(
            "/contrats/lier", contract_number=self.NEW, security_key="4711471"
        )

        assert page.path == "/contrats/en-attente"

    def test_is_explained_when_it_proves_nothing(self, service: SamplePortal) -> None:
        service.receive(contracts=[{**a_contract_row(self.NEW), "cle_securite": "471147"}])

        page = service.subscriber().submit(
            "/contrats/lier", contract_number=self.NEW, security_key="471147", expect=422
        )

        assert "Demandez au service une nouvelle clé" in page

from uuid import UUID

import pytest
from sqlalchemy import String, cast, select

from siegvo.adapters.sql.schema import metadata
from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.browser import Browser
from tests.support.mail_links import letter_about
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"
FORM = "/mon-compte/suppression"
NUMBER = "100200423"


def _where_found(service: SamplePortal, *words: str) -> set[str]:
    """Return the tables that hold one of `words` in one of their cells."""
    found = set()
    with service.database.engine.connect() as connection:
        for table in metadata.tables.values():
            for row in connection.execute(select(*(cast(each, String) for each in table.c))):
                if any(word in str(cell).lower() for word in words for cell in row):
                    found.add(table.name)
    return found


class TestDeletingOnesAccount:
    @pytest.fixture
    def odile(self, writing_service: SamplePortal) -> Browser:
        odile = writing_service.subscriber(NUMBER)
        odile.submit(f"/contrats/{NUMBER}/releve", index="570")
        return odile

    def test_begins_on_my_account(self, odile: Browser) -> None:
        odile.open("/mon-compte")

        assert odile.follow("Supprimer votre compte").heading == "Supprimer votre compte"

    def test_says_what_goes_on_and_what_does_not(self, odile: Browser) -> None:
        page = odile.open(FORM)

        assert "votre contrat d’eau, vos factures et votre prélèvement continuent" in page
        assert "Les factures que vous receviez par voie électronique" in page
        assert "à nouveau sur papier" in page
        assert "Notez son numéro à rappeler au téléphone : D-2026-000001" in page

    def test_wants_the_password(self, odile: Browser) -> None:
        page = odile.submit(FORM, password="un autre mot de passe", expect=422)

        assert "Ce n’est pas le mot de passe" in page.said_beside("password")
        assert odile.open("/tableau-de-bord").path == "/tableau-de-bord"

    def test_signs_everybody_out(self, writing_service: SamplePortal, odile: Browser) -> None:
        elsewhere = writing_service.visitor()
        elsewhere.submit("/connexion", email=ODILE, password=PASSWORD)

        page = odile.submit(FORM, password=PASSWORD)

        assert page.heading == "Votre compte est supprimé"
        assert "Se déconnecter" not in page
        for browser in (odile, elsewhere):
            assert browser.open("/tableau-de-bord").path.startswith("/connexion")
        odile.submit("/connexion", email=ODILE, password=PASSWORD, expect=422)

    def test_says_goodbye_by_mail(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        odile.submit(FORM, password=PASSWORD)
        writing_service.post()

        letter = letter_about(mail, "Votre compte SIEGVO est supprimé")
        assert letter.recipients == (ODILE,)
        assert mail.arrived[-1] == letter, "nothing else is said to who has left"

    def test_leaves_nothing_of_the_person_behind(
        self, writing_service: SamplePortal, odile: Browser
    ) -> None:
        with writing_service.database.look() as readers:
            account = readers.account_lists.of(_mailbox()).id
        odile.submit(FORM, password=PASSWORD)
        writing_service.post()

        assert _where_found(writing_service, ODILE) == set()
        assert _where_found(writing_service, *_writings(account)) == {"audit"}

    def test_leaves_the_request_with_the_service(
        self, writing_service: SamplePortal, mail: MailSink, odile: Browser
    ) -> None:
        odile.submit(FORM, password=PASSWORD)
        writing_service.post()
        before = len(mail.arrived)

        writing_service.receive(
            readings=[
                {
                    "numero_compteur": "C23BA000033",
                    "releve_le": "2026-11-23",
                    "index": "570",
                    "origine": "abonne",
                }
            ]
        )
        writing_service.post()

        assert len(mail.arrived) == before, "closed, and nobody is told"

    def test_lets_the_same_address_come_back_to_nothing(
        self, writing_service: SamplePortal, odile: Browser
    ) -> None:
        odile.submit(FORM, password=PASSWORD)

        back = writing_service.subscriber()

        assert back.open("/tableau-de-bord").path == "/bienvenue"
        assert "Aucune demande pour l’instant." in back.open("/demarches")
        back.ask("GET", f"/contrats/{NUMBER}/releve/D-2026-000001")
        assert back.open(f"/contrats/{NUMBER}/releve", expect=404).status == 404


def _mailbox() -> EmailAddress:
    return EmailAddress.parse(ODILE)


def _writings(account: UUID) -> tuple[str, str]:
    return str(account), account.hex

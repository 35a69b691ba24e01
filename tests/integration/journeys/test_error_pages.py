import logging

import pytest

from siegvo.entrypoints.web.app import create_app
from tests.support.browser import Browser
from tests.support.sample_portal import SamplePortal


@pytest.fixture
def loic(service: SamplePortal) -> Browser:
    return service.subscriber("100200423")


class TestAnErrorPage:
    def test_is_in_french_and_says_what_to_do(self, loic: Browser) -> None:
        page = loic.open("/nulle-part", expect=404)

        assert page.heading == "Cette page est introuvable"
        assert "Rien n’a été modifié ni perdu." in page
        assert loic.follow("Aller au tableau de bord").heading == "Tableau de bord"

    def test_leads_strangers_home(self, service: SamplePortal) -> None:
        stranger = service.visitor()
        stranger.open("/nulle-part", expect=404)

        page = stranger.follow("Aller à l’accueil")

        assert page.path == "/connexion"

    def test_tells_a_form_from_a_page(self, loic: Browser) -> None:
        page = loic.open("/deconnexion", expect=405)

        assert page.heading == "Cette page ne s’ouvre pas ainsi"

    def test_explains_a_number_that_cannot_be_one(self, loic: Browser) -> None:
        page = loic.open("/tableau-de-bord?contrat=douze", expect=422)

        assert page.heading == "Cette demande ne peut pas aboutir"

    def test_numbers_a_fault_of_ours_and_shows_nothing_of_it(
        self, service: SamplePortal, caplog: pytest.LogCaptureFixture
    ) -> None:
        app = create_app(service.portal, service.site)

        def broken() -> str:
            message = "le secret de la maison"
            raise RuntimeError(message)

        app.add_url_rule("/panne", view_func=broken)
        with caplog.at_level(logging.ERROR):
            page = Browser(app).open("/panne", expect=500)

        assert page.heading == "Le portail a rencontré un problème"
        (record,) = caplog.records
        number = page.main.all("strong")[0].text
        assert number in record.getMessage()
        assert "secret" not in page.source

    def test_needs_no_working_portal(self, service: SamplePortal) -> None:
        app = create_app(service.portal, service.site)
        stranger = Browser(app)
        stranger.client.set_cookie("siegvo", "A" * 43)
        service.database.engine.dispose()
        with service.database.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE sessions")

        assert stranger.open("/nulle-part", expect=404).heading == "Cette page est introuvable"

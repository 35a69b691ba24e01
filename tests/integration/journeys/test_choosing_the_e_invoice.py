"""Invoices by mail or on paper, chosen on the contract's page."""

import pytest

from tests.support.browser import Browser
from tests.support.mail_server import MailSink
from tests.support.sample_portal import SamplePortal

NUMBER = "100200304"
PAGE = f"/contrats/{NUMBER}/e-facture"


@pytest.fixture
def browser(writing_service: SamplePortal) -> Browser:
    return writing_service.subscriber(NUMBER)


class TestChoosingTheEInvoice:
    def test_is_a_numbered_request_told_by_mail(
        self, writing_service: SamplePortal, browser: Browser, mail: MailSink
    ) -> None:
        page = browser.submit(PAGE, e_invoice="yes")
        writing_service.post()

        assert "D-2026-000001" in page
        assert any("e-facture" in str(each.message["Subject"]) for each in mail.arrived)
        assert "D-2026-000001" in browser.open("/demarches")

    def test_may_be_taken_back(self, browser: Browser) -> None:
        browser.submit(PAGE, e_invoice="yes")

        browser.submit(PAGE, e_invoice="no")

        assert "Annulée" in browser.open("/demarches/D-2026-000001")

    def test_twice_is_one_request(self, browser: Browser) -> None:
        browser.submit(PAGE, e_invoice="yes")
        browser.submit(PAGE, e_invoice="yes")

        assert "D-2026-000002" not in browser.open("/demarches")

    def test_wants_one_of_two_answers(self, browser: Browser) -> None:
        page = browser.submit(PAGE, expect=422, e_invoice="peut-être")

        assert "Choisissez une réponse." in page

    def test_is_for_a_contract_of_theirs(self, browser: Browser) -> None:
        assert browser.ask("GET", "/contrats/100200433/e-facture").status_code == 404

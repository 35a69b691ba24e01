"""A proof of address, from whoever takes it away to whoever is shown it."""

from datetime import timedelta
from typing import Final

import pytest

from tests.support.attestations import code_on
from tests.support.contents import contents
from tests.support.later_files import a_contract_row
from tests.support.pdfs import ReadPdf
from tests.support.sample_portal import SamplePortal

NUMBER: Final = "100200423"
PATH: Final = f"/contrats/{NUMBER}/attestation.pdf"
SUPPLY: Final = {
    "adresse_desservie": "127 rue de l'Église",
    "code_postal_desservi": "57140",
    "commune_desservie": "PLESNOIS",
}
UNKNOWN: Final = "Aucune attestation ne porte ce code\u00a0: recopiez-le entier"


def _paper(service: SamplePortal) -> bytes:
    paper: bytes = service.subscriber(NUMBER).ask("GET", PATH).data
    return paper


class TestTheAttestation:
    def test_is_one_click_from_the_dashboard_and_from_the_requests(
        self, service: SamplePortal
    ) -> None:
        browser = service.subscriber(NUMBER)

        assert PATH in browser.open("/tableau-de-bord").links().values()
        assert PATH in browser.open("/demarches").links().values()

    def test_is_a_tagged_pdf_that_nobody_keeps(self, service: SamplePortal) -> None:
        answer = service.subscriber(NUMBER).ask("GET", PATH)

        assert answer.status_code == 200
        assert answer.mimetype == "application/pdf"
        assert answer.headers["Cache-Control"] == "no-store, private"
        assert f'filename="attestation-{NUMBER}.pdf"' in answer.headers["Content-Disposition"]
        paper = ReadPdf(answer.data)
        assert paper.is_tagged
        assert f"Contrat {NUMBER}" in paper.text
        assert "http://localhost/verification" in paper.text

    def test_is_of_their_own_period_for_whoever_left(self, service: SamplePortal) -> None:
        browser = service.subscriber(NUMBER)
        service.receive(contracts=[a_contract_row(NUMBER, payer="R900002", since="2026-09-01")])

        text = ReadPdf(browser.ask("GET", PATH).data).text

        assert "a été titulaire d’un abonnement" in text
        assert "au 31/08/2026" in text


class TestCheckingAnAttestation:
    def test_shows_anybody_what_the_paper_says(self, service: SamplePortal) -> None:
        code = code_on(_paper(service))

        page = service.visitor().submit("/verification", code=code.lower().replace("-", " "))

        assert page.heading == "Cette attestation est authentique"
        assert NUMBER in page
        for hidden in ("€", "m³", "@", "IBAN"):
            assert hidden not in page.main.text

    def test_tells_that_the_contract_has_ended_since(self, service: SamplePortal) -> None:
        code = code_on(_paper(service))
        next_payer = a_contract_row(NUMBER, payer="R900002", since="2026-11-24")
        service.receive(contracts=[{**next_payer, **SUPPLY}])
        service.clock.moment += timedelta(days=10)

        page = service.visitor().submit("/verification", code=code)

        assert page.heading == "Cette attestation n’est plus d’actualité"
        assert "le contrat a pris fin depuis" in page
        assert "R900002" not in page

    def test_says_the_same_of_a_wrong_code_and_of_none(self, service: SamplePortal) -> None:
        code = code_on(_paper(service))
        wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
        forged = code.replace(code[14:18], "0000")

        for typed in (forged, NUMBER, "bonjour", ""):
            page = service.visitor().submit("/verification", expect=422, code=typed)
            assert UNKNOWN in page
            assert page.typed_in("code") == typed
        assert service.visitor().submit("/verification", code=wrong).heading == (
            "Cette attestation n’est plus d’actualité"
        )

    def test_says_when_it_is_too_old(self, service: SamplePortal) -> None:
        code = code_on(_paper(service))
        service.clock.moment += timedelta(days=93)

        page = service.visitor().submit("/verification", expect=422, code=code)

        assert "Cette attestation est du 23/11/2026" in page

    def test_slows_down_whoever_guesses(self, service: SamplePortal) -> None:
        visitor = service.visitor()
        for _ in range(60):
            visitor.submit("/verification", expect=422, code=f"{NUMBER}-2EP-{'0000-' * 4}")

        page = visitor.submit("/verification", expect=429, code=f"{NUMBER}-2EP-{'0000-' * 4}")

        assert "Trop d’essais" in page


@pytest.mark.parametrize("path", [PATH, "/contrats/999999999/attestation.pdf"])
def test_what_is_not_yours_is_not_found(service: SamplePortal, path: str) -> None:
    assert service.subscriber("100200433").ask("GET", path).status_code == 404


def test_opening_one_writes_nothing(service: SamplePortal) -> None:
    """It is asked for by a link: the same paper comes again, and no trace is left of it."""
    browser = service.subscriber(NUMBER)
    before = contents(service.database.engine)

    assert browser.ask("GET", PATH).data == browser.ask("GET", PATH).data

    assert contents(service.database.engine) == before

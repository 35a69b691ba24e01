"""A subscriber opens, or takes away, the PDFs of their invoices."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest
from werkzeug.test import TestResponse

from siegvo.adapters.sql.engine import open_engine
from tests.support.browser import Browser
from tests.support.later_files import a_contract_row, an_invoice_row
from tests.support.sample_files import SAMPLES
from tests.support.sample_portal import SamplePortal

OWNER, NUMBER = "100200331", "2026-EA-0000117"
PATH: Final = f"/factures/{NUMBER}.pdf"
SENT: Final = (SAMPLES / "pdf" / f"{NUMBER}.pdf").read_bytes()
OUTSIDE: Final = (
    "..",
    "../2026-EA-0000117",
    "..%2F2026-EA-0000117",
    "%2e%2e%2f2026-EA-0000117",
    "..%5C2026-EA-0000117",
    "2026-EA-0000117%00",
    "2026-EA-0000117%00.pdf",
    "2026-EA-0000117.pdf",
    "2026-EA-0000117%0d%0aX-Evil:1",
    "2026-ea-0000117",
    "2026-EA-0000117%20",
    "%202026-EA-0000117",
    ".2026-EA-0000117",
    "2026-EA-0000117.",
    "-2026-EA-0000117",
    "/etc/passwd",
    "%2Fetc%2Fpasswd",
    "file:%2F%2F%2Fetc%2Fpasswd",
    "C:%5CWindows%5Cwin.ini",
    "2026-EA-0000117%22",
    "2026-EA-0000117'",
    "2026-EA-0000117;",
    "*",
    "%2A",
    "2026-EA-*",
    "A" * 31,
    "A" * 5000,
    "%C3%A9",
    "%EF%BC%92026-EA-0000117",
    "%ff",
)
PARTS: Final = (
    ("bytes=0-3", 0, 4),
    ("bytes=4-4", 4, 5),
    ("bytes=100-", 100, len(SENT)),
    ("bytes=-10", len(SENT) - 10, len(SENT)),
    ("bytes=0-99999999", 0, len(SENT)),
)
RANGES: Final = (
    "bytes=0-0,2-2",
    "bytes=0-,0-",
    "bytes=" + ",".join(["0-0"] * 50),
    "bytes=99999999-",
    "bytes=-0",
    "bytes=5-2",
    "bytes=a-b",
    "bytes=-",
    "bytes",
    "octets=0-1",
    "bytes=0-1;2-3",
    "bytes=18446744073709551616-",
)


@pytest.fixture
def service(samples_url: str, tmp_path: Path) -> Iterator[SamplePortal]:
    """Open the portal with the PDFs that came with the invoices."""
    engine = open_engine(samples_url)
    portal = SamplePortal.on(engine, folder=tmp_path)
    portal.receive_pdfs()
    yield portal
    engine.dispose()


@pytest.fixture
def owner(service: SamplePortal) -> Browser:
    return service.subscriber(OWNER)


def _archived(answer: TestResponse) -> ZipFile:
    return ZipFile(BytesIO(answer.data))


class TestThePdf:
    def test_is_the_one_the_billing_system_sent(self, owner: Browser) -> None:
        answer = owner.ask("GET", PATH)

        assert (answer.status_code, answer.data) == (200, SENT)
        assert answer.content_type == "application/pdf"
        assert answer.headers["Content-Disposition"] == (
            'inline; filename="facture-2026-EA-0000117.pdf"'
        )
        assert answer.headers["Content-Length"] == str(len(SENT))
        assert answer.headers["Accept-Ranges"] == "bytes"

    def test_is_named_with_its_size(self, owner: Browser) -> None:
        page = owner.open(f"/factures/{NUMBER}")

        assert page.links()["Facture (PDF, 1 Ko)"] == PATH

    def test_may_be_asked_about(self, owner: Browser) -> None:
        answer = owner.ask("HEAD", PATH)

        assert (answer.status_code, answer.data) == (200, b"")
        assert answer.headers["Content-Length"] == str(len(SENT))

    def test_is_a_copy_where_none_was_sent(self, owner: Browser) -> None:
        assert "Copie de la facture (PDF)" in owner.open("/factures/2026-EA-0000116").links()

        answer = owner.ask("GET", "/factures/2026-EA-0000116.pdf")

        assert answer.status_code == 200
        assert answer.data.startswith(b"%PDF-")
        assert len(answer.data) > 5000

    def test_is_a_copy_where_the_file_was_lost(self, service: SamplePortal, owner: Browser) -> None:
        for file in (service.folder / "factures").rglob("*.pdf"):
            file.unlink()

        answer = owner.ask("GET", PATH)

        assert answer.data.startswith(b"%PDF-")
        assert answer.data != SENT
        assert "Copie de la facture (PDF)" in owner.open(f"/factures/{NUMBER}").links()

    def test_is_asked_for_elsewhere_when_there_is_no_way_to_make_one(
        self, service: SamplePortal
    ) -> None:
        service.receive(
            contracts=[a_contract_row("100300010")],
            invoices=[an_invoice_row("F-1", contract="100300010")],
        )

        page = service.subscriber("100300010").open("/factures/F-1.pdf", expect=404)

        assert page.heading == "Le PDF de cette facture n’est pas disponible"
        assert page.links()["F-1"] == "/factures/F-1"
        assert "03 87 53 40 43" in page

    def test_is_shown_to_nobody_else(self, service: SamplePortal, owner: Browser) -> None:
        neighbour = service.subscriber("100200423", email="loic@exemple.fr")

        assert neighbour.ask("GET", PATH).status_code == 404
        stranger = service.visitor().ask("GET", PATH)
        assert stranger.status_code == 303
        assert stranger.headers["Location"].startswith("/connexion?next=")
        assert owner.ask("GET", PATH).status_code == 200

    def test_is_found_by_its_number_only(self, owner: Browser) -> None:
        for name in OUTSIDE:
            answer = owner.ask("GET", f"/factures/{name}.pdf")

            assert answer.status_code in {303, 308, 404}, name
            assert not answer.data.startswith(b"%PDF-"), name
            assert "X-Evil" not in answer.headers


class TestAPartOfThePdf:
    def test_is_what_was_asked_for(self, owner: Browser) -> None:
        for asked, first, end in PARTS:
            answer = owner.ask("GET", PATH, headers={"Range": asked})

            assert answer.status_code == 206
            assert answer.data == SENT[first:end]
            assert answer.headers["Content-Range"] == f"bytes {first}-{end - 1}/{len(SENT)}"

    def test_is_one_or_none(self, owner: Browser) -> None:
        for asked in RANGES:
            answer = owner.ask("GET", PATH, headers={"Range": asked})

            assert answer.status_code == 416, asked
            assert not answer.data.startswith(SENT[:5])

    def test_is_the_whole_when_it_may_have_changed(self, owner: Browser) -> None:
        for known in ('"etag"', 'W/"etag"', "Mon, 23 Nov 2026 11:00:00 GMT", "*", "rubbish"):
            answer = owner.ask("GET", PATH, headers={"Range": "bytes=0-3", "If-Range": known})

            assert (answer.status_code, answer.data) == (200, SENT), known

    def test_is_of_nobody_elses(self, service: SamplePortal) -> None:
        neighbour = service.subscriber("100200423")

        answer = neighbour.ask("GET", PATH, headers={"Range": "bytes=0-3"})

        assert answer.status_code == 404


class TestTheArchiveOfAYear:
    def test_holds_every_pdf(self, owner: Browser) -> None:
        answer = owner.ask("GET", f"/factures/annee/2026.zip?contrat={OWNER}")

        assert answer.status_code == 200
        assert answer.content_type == "application/zip"
        assert answer.headers["Content-Disposition"] == (
            'attachment; filename="factures-2026-100200331.zip"'
        )
        found = _archived(answer)
        assert found.testzip() is None
        assert found.namelist() == [
            "facture-2026-EA-0000117.pdf",
            "facture-2026-EA-0000116.pdf",
            "facture-2026-EA-0000115.pdf",
        ]
        assert found.read("facture-2026-EA-0000117.pdf") == SENT
        assert found.read("facture-2026-EA-0000116.pdf").startswith(b"%PDF-")

    def test_may_hold_those_of_all_contracts(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200334")

        answer = browser.ask("GET", "/factures/annee/2023.zip?contrat=tous")

        assert answer.headers["Content-Disposition"] == 'attachment; filename="factures-2023.zip"'
        assert len(_archived(answer).namelist()) > 6

    def test_names_what_is_missing(self, service: SamplePortal) -> None:
        service.receive(
            contracts=[a_contract_row("100300010")],
            invoices=[an_invoice_row("F-1", contract="100300010")],
        )
        browser = service.subscriber("100300010")

        found = _archived(browser.ask("GET", "/factures/annee/2026.zip"))

        assert found.namelist() == ["lisez-moi.txt"]
        assert "F-1 (contrat 100300010)" in found.read("lisez-moi.txt").decode("utf-8-sig")

    def test_of_a_year_without_invoices_is_not_found(self, owner: Browser) -> None:
        for year in ("1999", "0000", "99999", "26", "-2026", "abcd"):
            answer = owner.ask("GET", f"/factures/annee/{year}.zip")

            assert answer.status_code == 404, year

    def test_holds_nothing_of_others(self, service: SamplePortal, owner: Browser) -> None:
        assert owner.ask("GET", "/factures/annee/2026.zip?contrat=100200423").status_code == 404
        assert service.visitor().ask("GET", "/factures/annee/2026.zip").status_code == 303

    def test_is_offered_year_by_year(self, owner: Browser) -> None:
        links = owner.open(f"/factures?contrat={OWNER}").links()

        years = [link for text, link in links.items() if text.startswith("Les factures de 2")]
        assert years[0] == f"/factures/annee/2026.zip?contrat={OWNER}"
        assert len(years) == 6

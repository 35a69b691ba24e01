"""What the service hands out to everybody."""

import pytest

from siegvo.domain.documents.document import Document, Title
from siegvo.domain.documents.slug import Slug
from tests.support.asking import a_pdf
from tests.support.sample_portal import SamplePortal

PATH = "/documents/reglement-de-service"


@pytest.fixture
def published(service: SamplePortal) -> Document:
    return service.portal.documents.publish_document(
        a_pdf(), title=Title("Règlement de service"), actor=service.clerk
    )


@pytest.mark.usefixtures("published")
class TestADocument:
    def test_is_listed_with_its_size_and_day(self, service: SamplePortal) -> None:
        page = service.subscriber().open("/demarches")

        (words,) = [each for each, href in page.links().items() if href == PATH]
        assert words == "Règlement de service PDF, 1 Ko, version du 23/11/2026"

    def test_is_handed_to_anybody_under_its_name(self, service: SamplePortal) -> None:
        stranger = service.visitor()

        answer = stranger.ask("GET", PATH)

        assert (answer.status_code, answer.content_type) == (200, "application/pdf")
        assert answer.data == a_pdf() or answer.data.startswith(b"%PDF-")
        assert answer.headers["Content-Disposition"] == (
            'inline; filename="reglement-de-service.pdf"'
        )

    def test_may_be_asked_about_and_for_a_part(self, service: SamplePortal) -> None:
        stranger = service.visitor()

        head = stranger.ask("HEAD", PATH)
        part = stranger.ask("GET", PATH, headers={"Range": "bytes=0-4"})
        beyond = stranger.ask("GET", PATH, headers={"Range": "bytes=999999-"})

        assert (head.status_code, head.data) == (200, b"")
        assert int(head.headers["Content-Length"]) > 5
        assert (part.status_code, part.data) == (206, b"%PDF-")
        assert beyond.status_code == 416

    def test_that_was_withdrawn_says_what_to_do(self, service: SamplePortal) -> None:
        slug = Slug("reglement-de-service")
        service.portal.documents.withdraw_document(slug, actor=service.clerk)

        page = service.visitor().open(PATH, expect=404)

        assert page.heading == "Ce document n’est pas ou plus publié"
        assert "facturation@siegvo.com" in page.main.text
        assert PATH not in service.subscriber().open("/demarches").links().values()

    def test_whose_file_is_gone_is_kindly_missing(
        self, service: SamplePortal, published: Document
    ) -> None:
        for file in (service.folder / "documents").rglob("*"):
            if file.is_file():
                file.unlink()

        page = service.visitor().open(PATH, expect=404)

        assert page.heading == "Ce document est momentanément indisponible"
        assert published.is_published


class TestAnUnknownDocument:
    @pytest.mark.parametrize("slug", ["rien", "REGLEMENT", "a_b", "%00", "..%2f..%2fetc", "é"])
    def test_is_not_there(self, service: SamplePortal, slug: str) -> None:
        assert service.visitor().ask("GET", f"/documents/{slug}").status_code == 404

    def test_leaves_a_word_where_there_is_none_yet(self, service: SamplePortal) -> None:
        page = service.subscriber().open("/demarches")

        assert "Le service n’a pas encore publié de document." in page

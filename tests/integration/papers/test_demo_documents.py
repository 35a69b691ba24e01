import time

import pytest

from siegvo.entrypoints.demo.handouts import DemoDocument, demo_documents
from tests.support.pdfs import ReadPdf


@pytest.fixture(scope="module")
def documents() -> dict[str, DemoDocument]:
    return {each.slug: each for each in demo_documents()}


class TestTheDocumentsOfTheDemo:
    def test_are_the_rules_and_two_forms(self, documents: dict[str, DemoDocument]) -> None:
        assert {slug: each.title for slug, each in documents.items()} == {
            "reglement-eau-potable": "Règlement de distribution d’eau potable",
            "demande-abonnement": "Demande de souscription d’un abonnement",
            "demande-resiliation": "Demande de résiliation",
        }

    def test_can_be_read_aloud(self, documents: dict[str, DemoDocument]) -> None:
        for each in documents.values():
            read = ReadPdf(each.pdf)

            assert read.is_tagged
            assert read.language == "fr-FR"
            assert read.title == f"{each.title} – SIEGVO"
            assert "<pdfuaid:part>1</pdfuaid:part>" in read.claims

    def test_have_rules_article_by_article(self, documents: dict[str, DemoDocument]) -> None:
        rules = ReadPdf(documents["reglement-eau-potable"].pdf)

        assert "Article 1 – La qualité de l’eau fournie" in rules.text
        assert rules.tags.count("H3") == 17
        assert "aucune valeur réglementaire" in rules.text

    @pytest.mark.parametrize("slug", ["demande-abonnement", "demande-resiliation"])
    def test_have_forms_of_one_page(self, documents: dict[str, DemoDocument], slug: str) -> None:
        form = ReadPdf(documents[slug].pdf)

        assert form.pages == 1
        assert "Fait à Le Signature" in form.text
        assert "À retourner à" in form.text

    def test_are_the_same_each_time(self, documents: dict[str, DemoDocument]) -> None:
        assert demo_documents() == tuple(documents.values())

    def test_do_not_keep_the_demo_waiting(self) -> None:
        began = time.process_time()

        demo_documents()

        assert time.process_time() - began < 2

import pytest

from siegvo.application.portal import Portal, assemble
from siegvo.application.repositories.documents import DocumentNotFound
from siegvo.domain.documents.document import DocumentWithdrawn, Title
from siegvo.domain.documents.slug import Slug
from siegvo.domain.kernel.actor import Actor
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

CLERK = Actor.staff("clerk")
OLD, NEW = b"%PDF-1.7 old", b"%PDF-1.7 new"
RULES, TITLE = Slug("reglement"), Title("Règlement")


@pytest.fixture
def portal(world: World, surroundings: Surroundings) -> Portal:
    return assemble(surroundings.around(world))


class TestPublishedDocument:
    def test_is_there_for_everybody(self, portal: Portal) -> None:
        portal.documents.publish_document(OLD, title=TITLE, actor=CLERK)

        document, content = portal.documents.open_document(RULES)

        assert content == OLD
        assert document.current.size == len(OLD)
        assert portal.documents.list_documents() == (document,)

    def test_gives_way_to_its_next_edition(self, portal: Portal) -> None:
        portal.documents.publish_document(OLD, title=TITLE, actor=CLERK)
        portal.documents.publish_document(NEW, title=Title("2026"), slug=RULES, actor=CLERK)

        document, content = portal.documents.open_document(RULES)

        assert content == NEW
        assert len(document.editions) == 2
        assert str(document.title) == "2026"

    def test_published_twice_has_one_edition(self, portal: Portal) -> None:
        first = portal.documents.publish_document(OLD, title=TITLE, actor=CLERK)
        again = portal.documents.publish_document(OLD, title=TITLE, actor=CLERK)

        assert again.editions == first.editions


class TestWithdrawnDocument:
    def test_is_found_by_staff_only(self, portal: Portal) -> None:
        portal.documents.publish_document(OLD, title=TITLE, actor=CLERK)
        portal.documents.withdraw_document(RULES, actor=CLERK)

        assert portal.documents.list_documents() == ()
        assert len(portal.documents.list_documents(withdrawn_too=True)) == 1
        with pytest.raises(DocumentNotFound):
            portal.documents.open_document(RULES)
        with pytest.raises(DocumentWithdrawn):
            portal.documents.withdraw_document(RULES, actor=CLERK)

    def test_was_published_once(self, portal: Portal) -> None:
        with pytest.raises(DocumentNotFound):
            portal.documents.withdraw_document(RULES, actor=CLERK)

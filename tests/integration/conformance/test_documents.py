"""What every implementation of `Documents` promises."""

from datetime import timedelta

from siegvo.domain.documents.document import Document, Edition, Title
from siegvo.domain.documents.slug import Slug
from tests.support.builders.accounts import NOON
from tests.support.store import Store

FIRST = Edition(file="a" * 64, size=10, published_at=NOON)
SECOND = Edition(file="b" * 64, size=20, published_at=NOON + timedelta(days=1))
RULES = Document(slug=Slug("reglement"), title=Title("règlement"), editions=(FIRST,))
FORM = Document(slug=Slug("abonnement"), title=Title("Abonnement"), editions=(FIRST, SECOND))


def _keep(store: Store, *documents: Document) -> None:
    with store.begin() as work:
        for document in documents:
            work.documents.keep(document)


def test_a_document_comes_back_with_every_edition(store: Store) -> None:
    _keep(store, RULES, FORM)

    with store.look() as readers:
        assert readers.documents.named(FORM.slug) == FORM


def test_documents_come_by_title(store: Store) -> None:
    _keep(store, RULES, FORM)

    with store.look() as readers:
        assert readers.documents.all() == (FORM, RULES)


def test_what_a_document_became_is_kept(store: Store) -> None:
    _keep(store, RULES)
    became = RULES.publish(Title("Règlement 2026"), SECOND).withdraw(at=NOON)

    _keep(store, became)

    with store.begin() as work:
        assert work.documents.named(RULES.slug) == became


def test_there_is_none_of_another_name(store: Store) -> None:
    with store.begin() as work:
        assert work.documents.named(Slug("rien")) is None
        assert work.documents.all() == ()

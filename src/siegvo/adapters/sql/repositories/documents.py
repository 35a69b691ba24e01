"""Documents for everybody, in SQL."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, func, insert, select

from siegvo.adapters.sql.keeping import kept
from siegvo.adapters.sql.tables.documents import document_editions, documents
from siegvo.domain.documents.document import Document, Edition, Title
from siegvo.domain.documents.slug import Slug

_ALL: Final = (
    select(documents, document_editions)
    .join(document_editions, document_editions.c.slug == documents.c.slug)
    .order_by(func.lower(documents.c.title), documents.c.slug, document_editions.c.rank)
)
_ONE: Final = _ALL.where(documents.c.slug == bindparam("wanted"))
_KEEP: Final = kept(documents)
_COUNT: Final = select(func.count()).where(document_editions.c.slug == bindparam("wanted"))


@attrs.frozen
class SqlDocuments:
    """`Documents`, in the tables `documents` and `document_editions`, where rows only arrive."""

    connection: Connection

    def named(self, slug: Slug) -> Document | None:
        rows = self.connection.execute(_ONE, {"wanted": slug.text})
        return next(_documents(rows), None)

    def all(self) -> tuple[Document, ...]:
        return tuple(_documents(self.connection.execute(_ALL)))

    def keep(self, document: Document) -> None:
        row = {
            "slug": document.slug.text,
            "title": document.title.text,
            "withdrawn_at": document.withdrawn_at,
        }
        self.connection.execute(_KEEP, row)
        wanted = {"wanted": document.slug.text}
        known = self.connection.execute(_COUNT, wanted).scalar_one()
        if added := [
            {"slug": document.slug.text, "rank": rank, **attrs.asdict(edition)}
            for rank, edition in enumerate(document.editions)
            if rank >= known
        ]:
            self.connection.execute(insert(document_editions), added)


def _documents(rows: Iterable[Row[Any]]) -> Iterator[Document]:
    for slug, editions in groupby(rows, key=lambda row: row.slug):
        of_one = list(editions)
        yield Document(
            slug=Slug(slug),
            title=Title(of_one[0].title),
            editions=tuple(map(_edition, of_one)),
            withdrawn_at=of_one[0].withdrawn_at,
        )


def _edition(row: Row[Any]) -> Edition:
    return Edition(file=row.file, size=row.size, published_at=row.published_at)

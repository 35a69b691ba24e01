"""What the service hands out to everybody."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.application.ports.pdf_files import PdfFileMissing
from siegvo.application.repositories.documents import DocumentNotFound
from siegvo.domain.documents.slug import InvalidSlug, Slug
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.file_answer import shown_file
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("documents", __name__, url_prefix="/documents")


@blueprint.get("/<slug>")
def document(slug: str) -> ResponseReturnValue:
    """Hand over the edition on show, or say where else to ask for it."""
    try:
        found, content = current.portal().documents.open_document(Slug.parse(slug))
    except (InvalidSlug, DocumentNotFound):
        return page("documents/not_there.html", is_lost=False), 404
    except PdfFileMissing:
        return page("documents/not_there.html", is_lost=True), 404
    return shown_file(content, name=f"{found.slug}.pdf")

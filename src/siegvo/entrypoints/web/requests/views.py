"""DÉMARCHES."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.pages import page
from siegvo.entrypoints.web.requests.requests_page import requests_page

blueprint = Blueprint("requests", __name__)


@blueprint.get("/demarches")
@current.signed_in
def requests() -> ResponseReturnValue:
    found = requests_page(
        current.portal().requests.list_requests(current.account()),
        contracts=current.subscriber().contracts,
        documents=current.portal().documents.list_documents(),
    )
    return page("requests/requests.html", page=found)

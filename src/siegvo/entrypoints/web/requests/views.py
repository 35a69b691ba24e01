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
    lines = current.portal().requests.list_requests(current.account())
    return page(
        "requests/requests.html",
        page=requests_page(lines, contracts=current.subscriber().contracts),
    )

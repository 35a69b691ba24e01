"""The first page of an account without a contract."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("welcome", __name__)


@blueprint.get("/bienvenue")
@current.signed_in
def welcome() -> ResponseReturnValue:
    return page("accounts/welcome.html")

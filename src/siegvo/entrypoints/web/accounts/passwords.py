"""Lost passwords."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("passwords", __name__)


@blueprint.get("/mot-de-passe-oublie")
def forgotten() -> ResponseReturnValue:
    return page("accounts/forgotten_password.html")

"""MON COMPTE."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.chooser import choices
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("my_account", __name__)


@blueprint.get("/mon-compte")
@current.signed_in
def my_account() -> ResponseReturnValue:
    visitor = current.subscriber()
    return page(
        "accounts/my_account.html",
        email=str(visitor.email),
        choices=choices(visitor.contracts, path="/tableau-de-bord"),
    )

"""MON COMPTE."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.chooser import choices
from siegvo.entrypoints.web.contracts.sharing_page import others_in_all
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("my_account", __name__)


@blueprint.get("/mon-compte")
@current.signed_in
def my_account() -> ResponseReturnValue:
    visitor = current.subscriber()
    return page(
        "accounts/my_account.html",
        email=str(visitor.email),
        others=others_in_all(current.portal().contracts.list_shared_payers(visitor.account)),
        choices=choices(visitor.contracts, path="/tableau-de-bord"),
        done=request.args.get("fait", ""),
    )

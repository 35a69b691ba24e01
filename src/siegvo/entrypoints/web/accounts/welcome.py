"""The first page of an account without a contract."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.contracts.announcement_card import announcement_cards
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("welcome", __name__)


@blueprint.get("/bienvenue")
@current.signed_in
def welcome() -> ResponseReturnValue:
    announced = current.portal().announcements.show_announcements()
    return page("accounts/welcome.html", announced=announcement_cards(announced))

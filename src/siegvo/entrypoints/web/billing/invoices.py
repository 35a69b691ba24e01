"""FACTURES."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("invoices", __name__)


@blueprint.get("/factures")
@current.signed_in
def invoices() -> ResponseReturnValue:
    return page("billing/invoices.html", has_contract=current.chosen_contract() is not None)

"""Who else sees one's contracts."""

from uuid import uuid4

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.contracts.forms import DisputeForm
from siegvo.entrypoints.web.contracts.sharing_page import shared_rows
from siegvo.entrypoints.web.pages import form_page

blueprint = Blueprint("sharing", __name__, url_prefix="/mon-compte/comptes-lies")


@blueprint.route("", methods=["GET", "POST"])
@current.signed_in
def shared() -> ResponseReturnValue:
    form = DisputeForm()
    contracts = current.portal().contracts
    if form.validate_on_submit():
        contracts.dispute_link(
            account=current.account(),
            payer=form.payer.data,
            origin=current.origin(),
            submission=form.submission.data,
        )
        return redirect(url_for("sharing.shared"), code=303)
    rows = shared_rows(contracts.list_shared_payers(current.account()))
    return form_page("contracts/shared.html", form, rows=rows, submission=uuid4())

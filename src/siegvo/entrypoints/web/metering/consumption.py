"""CONSOMMATIONS."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from siegvo.domain.metering.home import HomeUse
from siegvo.entrypoints.exchange_files import consumption_file
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.file_answer import saved_file
from siegvo.entrypoints.web.metering.consumption_page import consumption_page
from siegvo.entrypoints.web.metering.consumption_query import PATH, ConsumptionQuery
from siegvo.entrypoints.web.metering.home_section import persons_form
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("consumption", __name__)


@blueprint.get("/consommations")
@current.signed_in
def consumption() -> ResponseReturnValue:
    held = current.chosen_contract()
    if held is None:
        return page("metering/consumption_empty.html")
    query = ConsumptionQuery.asked(contract=held.number)
    view = current.portal().metering.show_consumption(
        holder=current.account(), contract=held.number
    )
    form = persons_form(query) if isinstance(view.home, HomeUse) else None
    shown = consumption_page(
        view,
        query=query,
        form=form,
        contracts=current.subscriber().contracts,
        today=current.today(),
    )
    if form and form.errors:
        return form_page("metering/consumption.html", form, page=shown)
    return page("metering/consumption.html", page=shown)


@blueprint.get("/consommations.csv")
@current.signed_in
def as_file() -> ResponseReturnValue:
    """Hand out the figures of the page, for a spreadsheet."""
    held = current.chosen_contract()
    if held is None:
        return redirect(PATH, code=303)
    view = current.portal().metering.show_consumption(
        holder=current.account(), contract=held.number
    )
    return saved_file(
        consumption_file(held.number, view.consumption),
        name=f"consommations-{held.number}.csv",
        mimetype="text/csv",
    )

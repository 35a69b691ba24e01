"""CONSOMMATIONS."""

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from siegvo.domain.contracts.tenure import TenureState
from siegvo.entrypoints.exchange_files import consumption_file
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.file_answer import saved_file
from siegvo.entrypoints.web.metering.consumption_page import consumption_page
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("consumption", __name__)


@blueprint.get("/consommations")
@current.signed_in
def consumption() -> ResponseReturnValue:
    held = current.chosen_contract()
    if held is None:
        return page("metering/consumption_empty.html")
    view = current.portal().metering.show_consumption(
        holder=current.account(), contract=held.number
    )
    can_be_read = any(meter.in_service and not meter.is_remote_read for meter in view.meters)
    has_periods = any(place.periods for place in view.consumption.places)
    runs = view.tenure.state_on(current.today()) is not TenureState.ENDED
    return page(
        "metering/consumption.html",
        page=consumption_page(
            view.consumption,
            meters=view.meters,
            awaited=view.awaited,
            since=view.tenure.days.first,
            contract=held.number,
            contracts=current.subscriber().contracts,
            reading_href=f"/contrats/{held.number}/releve" if can_be_read and runs else "",
            csv_href=f"/consommations.csv?contrat={held.number}" if has_periods else "",
        ),
    )


@blueprint.get("/consommations.csv")
@current.signed_in
def as_file() -> ResponseReturnValue:
    """Hand out the figures of the page, for a spreadsheet."""
    held = current.chosen_contract()
    if held is None:
        return redirect("/consommations", code=303)
    view = current.portal().metering.show_consumption(
        holder=current.account(), contract=held.number
    )
    return saved_file(
        consumption_file(held.number, view.consumption),
        name=f"consommations-{held.number}.csv",
        mimetype="text/csv",
    )

"""CONSOMMATIONS."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.domain.contracts.tenure import TenureState
from siegvo.entrypoints.web import current
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
    runs = view.tenure.state_on(current.today()) is not TenureState.ENDED
    return page(
        "metering/consumption.html",
        page=consumption_page(
            view.consumption,
            meters=view.meters,
            since=view.tenure.days.first,
            contract=held.number,
            contracts=current.subscriber().contracts,
            reading_href=f"/contrats/{held.number}/releve" if can_be_read and runs else "",
            csv_href="",
        ),
    )

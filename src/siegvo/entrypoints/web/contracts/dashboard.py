"""TABLEAU DE BORD."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.readers.requests import RequestLine
from siegvo.domain.announcements.announcement import Announcement
from siegvo.domain.metering.leak_notice import LeakNotice
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.contracts.arriving import arriving, sheet_of
from siegvo.entrypoints.web.contracts.dashboard_page import dashboard_page
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("dashboard", __name__)


@blueprint.get("/tableau-de-bord")
@arriving
@current.signed_in
def dashboard() -> ResponseReturnValue:
    held = current.chosen_contract()
    if held is None:
        return redirect(url_for("welcome.welcome"), code=303)
    sheet = sheet_of(held.number)
    arrangement = None
    if sheet.is_payment_changed_here:
        arrangement = current.portal().payments.show_arrangement(
            holder=current.account(), contract=held.number
        )
    leaks: tuple[LeakNotice, ...] = ()
    if sheet.has_leak_notice:
        leaks = current.portal().metering.show_leak_notices(
            holder=current.account(), contract=held.number
        )
    announced: tuple[Announcement, ...] = ()
    if sheet.has_announcements:
        announced = current.portal().announcements.show_announcements(
            towns=[sheet.tenure.supply.town]
        )
    requests: tuple[RequestLine, ...] = ()
    if sheet.has_open_requests:
        requests = current.portal().requests.list_requests(current.account())
    return page(
        "contracts/dashboard.html",
        page=dashboard_page(
            sheet,
            contracts=current.subscriber().contracts,
            today=current.today(),
            requests=requests,
            arrangement=arrangement,
            leaks=leaks,
            announced=announced,
        ),
    )

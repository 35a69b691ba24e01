"""Sending a reading."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.ports.photos import PhotoRefused, PhotoTooFine
from siegvo.application.readers.contracts import ContractSheet
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import TenureState
from siegvo.domain.metering.choice import MeterNotChosen, MeterNotServing
from siegvo.domain.metering.confirmation import ReadingToConfirm
from siegvo.domain.metering.submission import (
    ReadingBeforeFitting,
    ReadingInTheFuture,
    ReadingOutOfOrder,
    ReadingRefused,
)
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.metering.forms import ReadingForm, reading_form
from siegvo.entrypoints.web.metering.reading_page import doubt, meters_to_read, reading_page
from siegvo.entrypoints.web.metering.submitted_page import submitted_page
from siegvo.entrypoints.web.pages import form_page, page

blueprint = Blueprint("readings", __name__, url_prefix="/contrats/<contract:number>/releve")


@blueprint.route("", methods=["GET", "POST"])
@current.signed_in
def submit_reading(number: ContractNumber) -> ResponseReturnValue:
    sheet = current.portal().contracts.show_dashboard(holder=current.account(), contract=number)
    if reason := _impossible(sheet):
        back = url_for("dashboard.dashboard", contrat=number)
        status = 422 if request.method == "POST" else 200
        return page("metering/reading_impossible.html", reason=reason, back_href=back), status
    form, why_again = reading_form(sheet, today=current.today()), ""
    if form.validate_on_submit():
        try:
            reference = _send(form, number=number)
        except ReadingToConfirm as asked:
            why_again = doubt(
                index=asked.index, drawn=asked.drawn, days=asked.days, usual=asked.usual
            )
        except (ReadingInTheFuture, ReadingOutOfOrder, ReadingBeforeFitting) as refusal:
            form.read_on.refuse(refusal)
        except (MeterNotChosen, MeterNotServing) as refusal:
            form.refuse_meter(refusal)
        except ReadingRefused as refusal:
            form.index.refuse(refusal)
        except (PhotoRefused, PhotoTooFine) as refusal:
            form.refuse_photo(refusal)
        else:
            done = url_for("readings.submitted", number=number, reference=reference)
            return redirect(done, code=303)
    template, sheet_page = "metering/submit_reading.html", reading_page(sheet)
    if why_again:
        return page(template, form=form, page=sheet_page, doubt=why_again), 422
    return form_page(template, form, page=sheet_page, doubt="")


@blueprint.get("/<reference:reference>")
@current.signed_in
def submitted(number: ContractNumber, reference: RequestReference) -> ResponseReturnValue:
    """Say what was sent, under which number, and what comes next."""
    sent = current.portal().metering.show_sent_reading(
        holder=current.account(), contract=number, reference=reference
    )
    return page(
        "metering/reading_submitted.html",
        page=submitted_page(sent),
        email=str(current.subscriber().email),
    )


def _impossible(sheet: ContractSheet) -> str:
    if sheet.tenure.state_on(current.today()) is TenureState.ENDED:
        return "ended"
    if not sheet.meters:
        return "no_meter"
    return "" if meters_to_read(sheet) else "remote"


def _send(form: ReadingForm, *, number: ContractNumber) -> RequestReference:
    return current.portal().metering.submit_reading(
        holder=current.account(),
        contract=number,
        index=form.index.data,
        taken_on=form.read_on.data,
        meter=form.chosen_meter,
        confirmed=form.confirm.data,
        photo=form.sent_photo,
        submission=form.submission.data,
    )

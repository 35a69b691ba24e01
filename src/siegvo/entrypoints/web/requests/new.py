"""Asking something of the service."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.pages import page
from siegvo.entrypoints.web.requests.claims import FORMS
from siegvo.entrypoints.web.requests.contract_choices import running
from siegvo.entrypoints.web.requests.leak_form import LeakForm
from siegvo.entrypoints.web.requests.other_form import OtherForm
from siegvo.entrypoints.web.requests.request_form import RequestForm
from siegvo.entrypoints.web.requests.subscription_form import SubscriptionForm
from siegvo.entrypoints.web.requests.termination_form import TerminationForm
from siegvo.entrypoints.web.requests.walking import walk

blueprint = Blueprint("new_request", __name__, url_prefix="/demarches/nouvelle")

_BOTH = ["GET", "POST"]


@blueprint.route("/abonnement", methods=_BOTH)
@current.signed_in
def subscription() -> ResponseReturnValue:
    return walk(SubscriptionForm())


@blueprint.route("/resiliation", methods=_BOTH)
@current.signed_in
def termination() -> ResponseReturnValue:
    if request.method == "GET" and not running(current.subscriber().contracts):
        return page("requests/nothing_to_end.html")
    return walk(_about_a_contract(TerminationForm()))


@blueprint.route("/fuite", methods=_BOTH)
@current.signed_in
def leak() -> ResponseReturnValue:
    claims = FORMS.get(request.args.get("pour", ""))
    made = claims if claims and current.subscriber().contracts else LeakForm
    return walk(_about_a_contract(made()))


@blueprint.route("/autre", methods=_BOTH)
@current.signed_in
def other() -> ResponseReturnValue:
    form = OtherForm()
    return walk(_about_a_contract(form) if "contrat" in request.args else form)


def _about_a_contract(form: RequestForm) -> RequestForm:
    """Begin with the contract that the address names, or with the only one that runs."""
    if not form.is_submitted():
        held = current.chosen_contract()
        ours = running(current.subscriber().contracts)
        if held and ("contrat" in request.args or len(ours) == 1):
            form.contract_number.data = held.number
    return form

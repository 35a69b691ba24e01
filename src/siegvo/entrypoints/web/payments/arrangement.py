"""How a contract is paid: the mode, the account, the mandate."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.file_answer import shown_file
from siegvo.entrypoints.web.form_shape import asks_nothing
from siegvo.entrypoints.web.pages import page
from siegvo.entrypoints.web.payments.arrangement_page import arrangement_words, hours

blueprint = Blueprint("arrangement", __name__, url_prefix="/contrats/<contract:number>")


@blueprint.get("/reglement")
@current.signed_in
def arrangement(number: ContractNumber) -> ResponseReturnValue:
    """Show it, what is on its way, and what comes next."""
    return page(
        "payments/arrangement.html",
        page=arrangement_words(shown(number), today=current.today()),
        done=request.args.get("fait", ""),
        email=str(current.subscriber().email),
        delay=hours(current.site().utility.payment_change_delay),
    )


@blueprint.post("/changement/<reference:reference>/annulation")
@current.signed_in
@asks_nothing
def cancel(number: ContractNumber, reference: RequestReference) -> ResponseReturnValue:
    current.portal().payments.cancel_change(
        holder=current.account(), contract=number, reference=reference, origin=current.origin()
    )
    return redirect(url_for("arrangement.arrangement", number=number, fait="annulation"), code=303)


@blueprint.get("/mandat.pdf")
@current.signed_in
def mandate(number: ContractNumber) -> ResponseReturnValue:
    """Show the mandate that was given, or one to read before."""
    paper = current.portal().payments.open_mandate(holder=current.account(), contract=number)
    return shown_file(paper, name=f"mandat-{number}.pdf")


def shown(number: ContractNumber) -> Arrangement:
    return current.portal().payments.show_arrangement(holder=current.account(), contract=number)

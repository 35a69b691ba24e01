"""How the invoices of a contract come: by mail, or on paper."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from siegvo.adapters.french.explain import explain
from siegvo.domain.billing.e_invoicing import EInvoiceBeingChanged
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.tenure import ContractEnded
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.billing.e_invoice_page import e_invoice_page
from siegvo.entrypoints.web.billing.forms import BY_MAIL, ON_PAPER, EInvoiceForm
from siegvo.entrypoints.web.pages import form_page

blueprint = Blueprint("e_invoice", __name__, url_prefix="/contrats/<contract:number>/e-facture")


@blueprint.route("", methods=["GET", "POST"])
@current.signed_in
def choose(number: ContractNumber) -> ResponseReturnValue:
    billing, form = current.portal().billing, EInvoiceForm()
    if form.validate_on_submit():
        try:
            answer = billing.request_e_invoice(
                holder=current.account(),
                contract=number,
                wanted=form.e_invoice.data == BY_MAIL,
                submission=form.submission.data,
                origin=current.origin(),
            )
        except (ContractEnded, EInvoiceBeingChanged) as refusal:
            form.form_errors.append(explain(refusal))
        else:
            done = url_for("e_invoice.choose", number=number, fait=answer.outcome.value)
            return redirect(done, code=303)
    view = billing.show_e_invoice(holder=current.account(), contract=number)
    if not form.is_submitted():
        form.e_invoice.data = BY_MAIL if view.is_wanted else ON_PAPER
    shown = e_invoice_page(
        view,
        holder=current.account(),
        today=current.today(),
        done=request.args.get("fait", ""),
    )
    return form_page("billing/e_invoice.html", form, page=shown)

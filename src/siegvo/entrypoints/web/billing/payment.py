"""Paying an invoice on line: away to the treasury's page, and back."""

from typing import Final
from uuid import UUID

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.adapters.french.explain import explain
from siegvo.application.ports.treasury import TreasuryRefused, TreasuryUnavailable
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.payable import NotPayableOnline
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.billing.forms import PaymentForm
from siegvo.entrypoints.web.billing.invoice_page import invoice_page
from siegvo.entrypoints.web.billing.payment_page import payment_page
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("payment", __name__)

_SOON: Final = {"Retry-After": "60"}


@blueprint.post("/factures/<invoice:number>/paiement")
@current.signed_in
def pay(number: InvoiceNumber) -> ResponseReturnValue:
    """Leave for the treasury's page; how much is paid is for the books to say."""
    form = PaymentForm()
    if form.validate_on_submit():
        try:
            started = current.portal().billing.pay_online(
                holder=current.account(),
                invoice=number,
                submission=form.submission.data,
                origin=current.origin(),
            )
        except (NotPayableOnline, TreasuryRefused) as refusal:
            form.form_errors.append(explain(refusal))
        except TreasuryUnavailable:
            return page("billing/treasury_away.html", number=str(number)), 503, _SOON
        else:
            back = url_for("payment.came_back", reference=started.reference)
            return redirect(started.page_url or back, code=303)
    view = current.portal().billing.show_invoice(holder=current.account(), number=number)
    shown = invoice_page(view, today=current.today())
    return page("billing/invoice.html", page=shown, payment=form, form=form), 422


@blueprint.get("/paiements/<uuid:reference>/retour")
@current.signed_in
def came_back(reference: UUID) -> ResponseReturnValue:
    """Say what is known; coming back tells nothing, and changes nothing."""
    attempt = current.portal().billing.show_payment(
        holder=current.account(), reference=PaymentReference(reference)
    )
    return page(
        "billing/payment_return.html",
        page=payment_page(attempt, now=current.site().clock.now()),
        payment=PaymentForm(),
    )

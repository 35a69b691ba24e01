"""FACTURES."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.billing.forms import PaymentForm
from siegvo.entrypoints.web.billing.invoice_page import invoice_page
from siegvo.entrypoints.web.billing.list_page import list_page
from siegvo.entrypoints.web.billing.query import InvoiceQuery, asks_for_all
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("invoices", __name__, url_prefix="/factures")


@blueprint.get("")
@current.signed_in
def invoices() -> ResponseReturnValue:
    held = None if asks_for_all() else current.chosen_contract()
    contracts = current.subscriber().contracts
    if not contracts:
        return page("billing/no_contract.html")
    query = InvoiceQuery.asked(contract=held.number if held else None)
    found = current.portal().billing.list_invoices(
        holder=current.account(),
        contract=query.contract,
        year=query.year,
        group=query.group,
        after=query.after,
    )
    shown = list_page(found, query, contracts=contracts, today=current.today())
    has_button = shown.latest is not None and shown.latest.payment.button
    return page("billing/invoices.html", page=shown, payment=PaymentForm() if has_button else None)


@blueprint.get("/<invoice:number>")
@current.signed_in
def invoice(number: InvoiceNumber) -> ResponseReturnValue:
    view = current.portal().billing.show_invoice(holder=current.account(), number=number)
    shown = invoice_page(view, today=current.today())
    return page(
        "billing/invoice.html",
        page=shown,
        payment=PaymentForm() if shown.payment.button else None,
    )

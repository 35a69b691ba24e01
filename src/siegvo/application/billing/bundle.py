"""The use cases about invoices and their payment."""

from typing import Self

import attrs

from siegvo.application.billing.check_payments import CheckPayments
from siegvo.application.billing.gather_invoices import GatherInvoices
from siegvo.application.billing.hear_of_payment import HearOfPayment
from siegvo.application.billing.list_invoices import ListInvoices
from siegvo.application.billing.list_payments import ListPayments
from siegvo.application.billing.open_invoice import OpenInvoice
from siegvo.application.billing.pay_online import PayOnline
from siegvo.application.billing.request_e_invoice import RequestEInvoice
from siegvo.application.billing.settle_payment import SettlePayment
from siegvo.application.billing.show_e_invoice import ShowEInvoice
from siegvo.application.billing.show_invoice import ShowInvoice
from siegvo.application.billing.show_payment import ShowPayment
from siegvo.application.ports.outside import Outside


@attrs.frozen(kw_only=True)
class Billing:
    list_invoices: ListInvoices
    show_invoice: ShowInvoice
    open_invoice: OpenInvoice
    gather_invoices: GatherInvoices
    pay_online: PayOnline
    show_payment: ShowPayment
    hear_of_payment: HearOfPayment
    check_payments: CheckPayments
    list_payments: ListPayments
    show_e_invoice: ShowEInvoice
    request_e_invoice: RequestEInvoice

    @classmethod
    def on(cls, outside: Outside) -> Self:
        """Hand each use case the ports it asks for, and no others."""
        look, clock, files = outside.look, outside.clock, outside.invoice_files
        takes_payments = outside.treasury is not None
        open_invoice = OpenInvoice(
            look, clock, files, outside.papers, outside.utility, takes_payments
        )
        settle = SettlePayment(outside.begin, clock, outside.treasury)
        return cls(
            list_invoices=ListInvoices(outside.glance, clock, files, takes_payments),
            show_invoice=ShowInvoice(look, clock, files, takes_payments),
            open_invoice=open_invoice,
            gather_invoices=GatherInvoices(look, open_invoice),
            pay_online=PayOnline(
                begin=outside.begin,
                look=look,
                clock=clock,
                new_id=outside.new_id,
                treasury=outside.treasury,
                pages=outside.payment_pages,
                settle=settle,
            ),
            show_payment=ShowPayment(look),
            hear_of_payment=HearOfPayment(outside.begin, look, clock),
            check_payments=CheckPayments(outside.begin, clock, settle),
            list_payments=ListPayments(look),
            show_e_invoice=ShowEInvoice(look),
            request_e_invoice=RequestEInvoice(
                begin=outside.begin, clock=clock, keyed_hash=outside.keyed_hash
            ),
        )

from datetime import date

import pytest

from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice, InvoiceKind
from siegvo.domain.billing.situation import PaidOnline, situation_of
from siegvo.domain.kernel.money import Money
from siegvo.entrypoints.web.billing.standing_marks import standing_mark
from tests.support.builders.billing import a_collection, an_invoice

TODAY = date(2026, 11, 23)


def _label(invoice: Invoice, *collections: Collection, today: date = TODAY) -> str:
    return standing_mark(
        invoice, situation_of(invoice, collections, today=today), today=today
    ).label


class TestTheWordsOfAStanding:
    @pytest.mark.parametrize(
        ("invoice", "label"),
        [
            (an_invoice(due="2026-12-12"), "À payer avant le 12/12/2026"),
            (an_invoice(), "Échéance dépassée"),
            (an_invoice(left=5_000), "Partiellement payée"),
            (an_invoice(left=0), "Payée"),
            (an_invoice(total=0), "Rien à payer"),
            (an_invoice(kind=InvoiceKind.CREDIT_NOTE, total=-1, left=0), "Avoir"),
            (an_invoice(is_cancelled=True), "Annulée"),
            (an_invoice(debit="2026-11-23"), "Sera prélevée le 23/11/2026"),
            (an_invoice(debit="2026-11-22"), "Prélèvement prévu le 22/11/2026"),
        ],
    )
    def test_say_what_is_known(self, invoice: Invoice, label: str) -> None:
        assert _label(invoice) == label

    def test_say_since_when_it_is_paid(self) -> None:
        assert _label(an_invoice(left=0), a_collection(on="2026-11-10")) == "Payée le 10/11/2026"

    def test_tell_a_payment_the_books_do_not_show(self) -> None:
        invoice = an_invoice()
        paid = PaidOnline(paid_on=TODAY, amount=Money(18_000))

        waiting = situation_of(invoice, today=TODAY, paid_online=[paid])
        begun = situation_of(invoice, today=TODAY, is_paying_online=True)

        assert standing_mark(invoice, waiting, today=TODAY).label == (
            "Paiement en ligne en cours de rapprochement"
        )
        assert standing_mark(invoice, begun, today=TODAY).label == "Paiement en ligne en cours"

from datetime import date

import attrs
import pytest

from siegvo.application.billing.offer import offer_for
from siegvo.application.billing.show_invoice import InvoiceView
from siegvo.application.readers.invoices import InvoiceSheet, KnownInvoice, MeasuredPeriod
from siegvo.domain.billing.invoice import Invoice, InvoiceKind
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.payable import (
    NotPayableOnline,
    NotTheLastInvoice,
    PaidOnlineAlready,
    PaymentUnderWay,
    TooLittleToPayOnline,
    TooMuchToPayOnline,
    UnknownToTreasury,
    WillBeDebited,
)
from siegvo.domain.kernel.money import Money
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.web.billing.invoice_page import InvoicePage, invoice_page
from siegvo.entrypoints.web.billing.offer_words import payment_words
from tests.support.builders.billing import INVOICE, a_collection, an_invoice
from tests.support.builders.contracts import SOMEWHERE
from tests.support.builders.papers import paper_lines
from tests.support.pages import templates

TODAY = date(2026, 11, 23)
CHARGED = attrs.evolve(
    an_invoice(total=16_910, due="2026-12-12"), volume_m3=38, net=Money(15_724), vat=Money(1_186)
)
HOUSE = MeasuredPeriod(
    serial="HOUSE",
    opening=MeterIndex(1204),
    closing=MeterIndex(1242),
    source=ReadingSource.AGENT,
)


def _view(
    invoice: Invoice = CHARGED, *measured: MeasuredPeriod, size: int | None = None
) -> InvoiceView:
    sheet = InvoiceSheet(
        known=KnownInvoice(invoice=invoice, collections=(a_collection(5_248, on="2026-11-10"),)),
        lines=paper_lines(),
        payer_name="Mme Odile Marchal",
        payer_address=SOMEWHERE,
        supply=SOMEWHERE,
        last_payable=invoice.number,
        measured=measured,
    )
    situation = attrs.evolve(sheet.known, collections=()).situation_on(TODAY)
    offer = offer_for(invoice, situation, last=invoice.number, is_open=True)
    return InvoiceView(sheet=sheet, situation=situation, offer=offer, document_bytes=size)


def _page(invoice: Invoice = CHARGED, *measured: MeasuredPeriod) -> InvoicePage:
    return invoice_page(_view(invoice, *measured), today=TODAY)


def _facts(page: InvoicePage) -> dict[str, str]:
    return {fact.label: fact.value for fact in page.facts}


class TestAnInvoice:
    def test_tells_of_payments_that_overlapped(self) -> None:
        view = attrs.evolve(_view(), too_much=Money(16_910))

        assert _page().paid_twice == ""
        assert "169,10\u00a0€ de trop" in invoice_page(view, today=TODAY).paid_twice

    def test_says_what_is_left_and_as_of_when(self) -> None:
        page = _page()

        assert page.amount_title == "Reste à payer au 17/11/2026"
        assert page.amount == "169,10\u00a0€"
        assert page.payment.button == "Payer 169,10\u00a0€ en ligne"

    def test_says_its_total_when_nothing_is_left(self) -> None:
        page = _page(an_invoice(kind=InvoiceKind.CREDIT_NOTE, total=-3_120, left=0))

        assert page.amount_title == "Montant TTC"
        assert page.amount == "\N{MINUS SIGN}\u00a031,20\u00a0€"
        assert page.name == f"Avoir {INVOICE}"
        assert page.litre == ""

    def test_names_its_document(self) -> None:
        assert invoice_page(_view(size=84_123), today=TODAY).pdf == "Facture (PDF, 84\u00a0Ko)"
        assert _page().pdf == "Copie de la facture (PDF)"

    def test_puts_lines_under_the_headings_of_the_law(self) -> None:
        page = _page()

        assert [group.heading for group in page.groups] == [
            "Distribution de l’eau",
            "Collecte et traitement des eaux usées",
            "Organismes publics",
        ]
        first = page.groups[0].rows[0]
        assert (first.quantity, first.unit_price) == ("1\u00a0forfait", "16,3300\u00a0€")
        assert (first.vat, first.net) == ("5,5\u00a0%", "16,33\u00a0€")

    def test_says_the_tax_rate_by_rate(self) -> None:
        page = _page()

        assert page.vat_title == (
            "TVA (5,5\u00a0%\u00a0: 4,72\u00a0€\u00a0; 10\u00a0%\u00a0: 7,14\u00a0€)"
        )
        assert (page.net, page.vat, page.total) == (
            "157,24\u00a0€",
            "11,86\u00a0€",
            "169,10\u00a0€",
        )

    def test_says_the_tax_as_a_whole_when_the_shares_do_not_add_up(self) -> None:
        assert _page(attrs.evolve(CHARGED, vat=Money(1_187))).vat_title == "TVA"

    def test_says_the_price_of_a_litre(self) -> None:
        assert _page().litre == (
            "Soit 0,0045\u00a0€ TTC par litre, abonnement compris\u00a0;"
            " 0,00400\u00a0€ sans l’abonnement."
        )

    def test_says_what_was_received(self) -> None:
        (received,) = _page().received

        assert (received.received_on, received.means) == ("10/11/2026", "Virement")
        assert received.amount == "52,48\u00a0€"


class TestTheIndex:
    def test_is_that_of_the_meter(self) -> None:
        assert _facts(_page(CHARGED, HOUSE))["Index"] == (
            "de 1\u202f204 à 1\u202f242, soit 38\u00a0m³, dernier index relevé par un agent"
        )

    def test_is_told_meter_by_meter(self) -> None:
        garden = attrs.evolve(HOUSE, serial="GARDEN", source=ReadingSource.ESTIMATE)

        facts = _facts(_page(CHARGED, garden, HOUSE))

        assert facts["Compteur GARDEN"].endswith("dernier index estimé")
        assert "Compteur HOUSE" in facts
        assert facts["Volume facturé"] == "38\u00a0m³"

    def test_gives_way_to_the_volume_when_it_is_not_known(self) -> None:
        facts = _facts(_page())

        assert "Index" not in facts
        assert facts["Volume facturé"] == "38\u00a0m³"


class TestWhyItIsNotPaidOnLine:
    @pytest.mark.parametrize(
        ("reason", "words"),
        [
            (NotTheLastInvoice(number=INVOICE, last=InvoiceNumber("F-2")), "Seule la dernière"),
            (PaidOnlineAlready(number=INVOICE), "vous n’avez plus rien à faire"),
            (WillBeDebited(number=INVOICE, debit_on=TODAY), "le 23/11/2026"),
            (
                TooLittleToPayOnline(number=INVOICE, amount=Money(50), least=Money(100)),
                "commence à 1,00\u00a0€",
            ),
            (
                TooMuchToPayOnline(number=INVOICE, amount=Money(10**8), most=Money(9_999_999)),
                "s’arrête à 99\u202f999,99\u00a0€",
            ),
            (UnknownToTreasury(number=INVOICE), "ne peut pas être payée en ligne"),
        ],
    )
    def test_is_said_kindly(self, reason: NotPayableOnline, words: str) -> None:
        view = _view()
        offer = attrs.evolve(view.offer, amount=None, why_not=reason)

        said = payment_words(CHARGED, view.situation, offer)

        assert words in said.instead
        assert said.button == ""
        assert said.last_href == ("/factures/F-2" if "Seule" in words else "")

    def test_may_be_a_payment_to_go_on_with(self) -> None:
        view = _view()
        offer = attrs.evolve(view.offer, amount=None, why_not=PaymentUnderWay(number=INVOICE))

        said = payment_words(CHARGED, view.situation, offer)

        assert "est en cours" in said.instead
        assert said.button == "Reprendre le paiement en ligne"


class TestThePage:
    def test_prints_every_state_by_a_word_a_drawing_and_a_colour(self) -> None:
        template = templates().get_template("billing/invoice.html")
        page = _page()

        printed = template.render(page=page, payment=_NoForm(), signed_in=True)

        assert f'<span class="state warm">{page.state.icon}À payer avant' in printed


class _NoForm:
    def hidden_tag(self) -> str:
        return ""

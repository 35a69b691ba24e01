from datetime import date

import attrs

from siegvo.application.readers.contracts import AwaitedReading, ContractSheet
from siegvo.application.readers.invoices import KnownInvoice
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from siegvo.domain.metering.sent_reading import Review
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.web.contracts.dashboard_page import DashboardPage, dashboard_page
from siegvo.entrypoints.web.contracts.invoice_card import invoice_card
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import a_tenure
from tests.support.meters import SERIAL, a_reading, an_estimate
from tests.support.pages import a_held_contract, a_meter_sheet, a_sheet, templates

TODAY = date(2026, 11, 23)
ESTIMATED = a_meter_sheet(an_estimate(235, "2026-10-10"), last_actual=a_reading(180, "2026-06-10"))
REMOTE = a_meter_sheet(a_reading(3284, "2026-11-20", ReadingSource.REMOTE), is_remote_read=True)
SENT = AwaitedReading(
    reference=RequestReference(2026, 123),
    serial=SERIAL,
    index=MeterIndex(247),
    taken_on=TODAY,
    review=Review.AWAITED,
    state=RequestState.REGISTERED,
)

DEBITED = attrs.evolve(
    a_tenure(), payment_mode=PaymentMode.DIRECT_DEBIT, masked_iban="FR76 XXXX XXXX 123"
)


def a_page(sheet: ContractSheet) -> DashboardPage:
    return dashboard_page(sheet, contracts=[a_held_contract()], today=TODAY)


class TestAMeterOnTheDashboard:
    def test_shows_its_last_index_as_its_wheels_do(self) -> None:
        (meter,) = a_page(a_sheet(ESTIMATED)).meters

        assert meter.last
        assert meter.last.dials == ("0", "0", "2", "3", "5")
        assert (meter.last.figure, meter.last.origin) == ("235", "Estimé")
        assert meter.last.read_on == "10/10/2026"

    def test_recalls_what_was_really_read_before_an_estimate(self) -> None:
        (meter,) = a_page(a_sheet(ESTIMATED)).meters

        assert meter.comment == (
            "Dernier relevé réel\u00a0: 180\u00a0m³ le 10/06/2026, par un agent."
            " Votre relevé remplacera l’estimation."
        )

    def test_has_nothing_to_add_to_an_actual_reading(self) -> None:
        (meter,) = a_page(a_sheet(a_meter_sheet(a_reading()))).meters

        assert meter.comment == ""

    def test_says_so_when_it_is_read_remotely(self) -> None:
        (meter,) = a_page(a_sheet(REMOTE)).meters

        assert "vous n’avez rien à relever" in meter.comment

    def test_shows_the_readings_sent_for_it_and_no_others(self) -> None:
        other = attrs.evolve(SENT, serial="ANOTHER")

        (meter,) = a_page(a_sheet(ESTIMATED, awaited=(SENT, other))).meters

        (sent,) = meter.sent
        assert (sent.reference, sent.index, sent.read_on) == (
            "D-2026-000123",
            "247\u00a0m³",
            "23/11/2026",
        )
        assert sent.is_reviewed


class TestTheWayToTheReadingForm:
    def test_is_open_while_the_contract_runs(self) -> None:
        assert a_page(a_sheet(ESTIMATED)).reading_href == "/contrats/100214873/releve"

    def test_is_closed_once_the_contract_ended(self) -> None:
        page = a_page(a_sheet(ESTIMATED, tenure=a_tenure(until="2026-04-16")))

        assert page.reading_href == ""
        assert page.standing.startswith("Ce contrat est résilié depuis le 16/04/2026.")

    def test_stays_open_on_the_last_day(self) -> None:
        assert a_page(a_sheet(ESTIMATED, tenure=a_tenure(until="2026-11-23"))).reading_href

    def test_is_closed_when_every_meter_tells_its_index(self) -> None:
        assert a_page(a_sheet(REMOTE)).reading_href == ""
        assert a_page(a_sheet(REMOTE, ESTIMATED)).reading_href != ""


class TestTheFactsOfAContract:
    def test_warn_of_a_suspension(self) -> None:
        page = a_page(a_sheet(tenure=attrs.evolve(a_tenure(), is_suspended=True)))

        assert page.standing.startswith("Ce contrat est suspendu.")


class TestThePayment:
    def test_shows_a_masked_account_and_says_it_aloud(self) -> None:
        card = a_page(a_sheet(tenure=DEBITED)).payment

        assert (card.mode, card.is_debited) == ("Par prélèvement à l’échéance", True)
        assert card.iban == "FR76 •••• •••• 123"
        assert card.iban_aloud == "I B A N qui finit par 1 2 3"

    def test_shows_no_account_where_nothing_is_debited(self) -> None:
        card = a_page(a_sheet()).payment

        assert (card.mode, card.iban, card.next_debit) == ("À réception de la facture", "", "")

    def test_tells_the_debit_of_the_last_invoice(self) -> None:
        known = KnownInvoice(invoice=an_invoice(debit="2026-12-12", left=5_000))
        sheet = attrs.evolve(a_sheet(tenure=DEBITED), last_invoice=known)

        assert a_page(sheet).payment.next_debit == "50,00\u00a0€ le 12/12/2026"

    def test_tells_who_knows_the_instalments_of_a_plan_made_elsewhere(self) -> None:
        monthly = attrs.evolve(DEBITED, payment_mode=PaymentMode.MONTHLY)
        known = KnownInvoice(invoice=an_invoice(debit="2026-12-12", left=5_000))
        settled = attrs.evolve(a_sheet(tenure=monthly), last_invoice=known)

        assert a_page(a_sheet(tenure=monthly)).payment.next_debit == (
            "Voyez l’échéancier reçu du service de facturation\u00a0: le portail ne l’a pas"
        )
        assert a_page(settled).payment.next_debit == (
            "50,00\u00a0€ le 12/12/2026, en plus des mensualités de l’échéancier reçu du service"
            " de facturation"
        )

    def test_tells_no_debit_of_days_gone_by(self) -> None:
        known = KnownInvoice(invoice=an_invoice(debit="2026-11-21", left=5_000))
        sheet = attrs.evolve(a_sheet(tenure=DEBITED), last_invoice=known)

        assert a_page(sheet).payment.next_debit == ""

    def test_changes_no_more_once_the_contract_ended(self) -> None:
        card = a_page(a_sheet(tenure=a_tenure(until="2026-06-30"))).payment

        assert not card.may_change


class TestThePage:
    def test_prints_everything(self) -> None:
        page = a_page(a_sheet(ESTIMATED, awaited=(SENT,)))

        shown = (
            templates().get_template("contracts/dashboard.html").render(signed_in=True, page=page)
        )

        assert shown.count("<h1>") == 1
        assert "Transmettre un relevé de compteur" in shown
        assert "D-2026-000123" in shown
        assert "12 rue des Prés, 57130 GRAVELOTTE" in shown


class TestTheLastInvoice:
    def test_is_shown_with_what_is_left_and_as_of_when(self) -> None:
        known = KnownInvoice(invoice=an_invoice(left=5_000, due="2026-12-12"))

        card = invoice_card(known, today=TODAY)

        assert (card.heading, card.amount) == ("Dernière facture", "50,00\u00a0€")
        assert card.state.label == "Partiellement payée"
        assert card.known == "Situation au 17/11/2026, d’après le service de facturation."
        assert card.href == "/factures/2026-EA-0018342"

    def test_is_shown_with_its_total_once_paid(self) -> None:
        card = invoice_card(KnownInvoice(invoice=an_invoice(left=0)), today=TODAY)

        assert (card.amount, card.state.label) == ("180,00\u00a0€", "Payée")

    def test_is_the_next_debit_while_one_is_to_come(self) -> None:
        known = KnownInvoice(invoice=an_invoice(debit="2026-12-12"))

        assert invoice_card(known, today=TODAY).heading == "Prochain prélèvement"

    def test_may_be_still_to_come(self) -> None:
        assert a_page(a_sheet(ESTIMATED)).invoice is None

"""A subscriber pays their last invoice on the treasury's pages."""

from datetime import timedelta

import pytest

from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.treasury_answer import TreasuryResult
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.money import Money
from tests.support.browser import Browser
from tests.support.later_files import a_collection_row
from tests.support.mail_server import MailSink
from tests.support.payer import (
    last_payment,
    leave_to_pay,
    look_up_what_is_due,
    payment_of,
    return_path,
)
from tests.support.sample_portal import SamplePortal

FERREIRA = "100200423"
LAST = "2026-EA-0000489"


@pytest.fixture
def payer(service: SamplePortal) -> Browser:
    return service.subscriber(FERREIRA)


class TestPaying:
    def test_leads_to_the_page_of_the_treasury(self, service: SamplePortal, payer: Browser) -> None:
        where = leave_to_pay(payer, LAST)

        payment = last_payment(service)
        assert where == (
            f"{service.treasury.page_origin}/tpa/paiementws.web?idop={service.treasury.last}"
        )
        assert (payment.state, payment.bill.amount) == (PaymentState.OPEN, Money(18_907))
        assert "Paiement en ligne en cours" in payer.open(f"/factures/{LAST}")

    def test_may_be_resumed_from_the_invoice(self, service: SamplePortal, payer: Browser) -> None:
        where = leave_to_pay(payer, LAST)

        page = payer.open(f"/factures/{LAST}")

        assert "Reprendre le paiement en ligne" in page
        assert leave_to_pay(payer, LAST) == where
        assert len(service.treasury.orders) == 1

    def test_ends_when_the_treasury_says_so(self, service: SamplePortal, payer: Browser) -> None:
        leave_to_pay(payer, LAST)
        service.treasury.decide(service.treasury.last)

        back = payer.open(return_path(service))
        assert back.heading == "Nous attendons la réponse de la trésorerie"
        look_up_what_is_due(service, seconds=30)
        page = payer.follow("Actualiser")

        assert page.heading == "Votre paiement est enregistré par la trésorerie"
        assert "Vous avez payé 189,07 € le 23/11/2026." in page
        assert "Le paiement est en cours de rapprochement" in page
        invoice = payer.follow("Revenir à la facture")
        assert "Paiement en ligne en cours de rapprochement" in invoice
        assert "Payer 189,07 € en ligne" not in invoice

    def test_is_seen_by_the_books_in_the_end(self, service: SamplePortal, payer: Browser) -> None:
        leave_to_pay(payer, LAST)
        service.treasury.decide(service.treasury.last)
        look_up_what_is_due(service, seconds=30)

        service.receive(
            collections=[a_collection_row(LAST, on="2026-11-23", amount="189,07", means="cb")]
        )

        assert "Payée le 23/11/2026" in payer.open(f"/factures/{LAST}")

    def test_is_told_by_one_letter(self, writing_service: SamplePortal, mail: MailSink) -> None:
        payer = writing_service.subscriber(FERREIRA)
        writing_service.post()
        before = len(mail.arrived)
        leave_to_pay(payer, LAST)
        writing_service.treasury.decide(writing_service.treasury.last)

        look_up_what_is_due(writing_service, seconds=30)
        look_up_what_is_due(writing_service, days=2)
        writing_service.post()

        (arrived,) = mail.arrived[before:]
        assert arrived.message["Subject"] == f"Votre paiement de la facture {LAST}"

    @pytest.mark.parametrize(
        ("result", "heading"),
        [
            (TreasuryResult.CARD_REFUSED, "Le paiement a été refusé"),
            (TreasuryResult.ABANDONED, "Le paiement n’a pas été terminé"),
        ],
    )
    def test_may_be_tried_again(
        self, service: SamplePortal, payer: Browser, result: TreasuryResult, heading: str
    ) -> None:
        first = leave_to_pay(payer, LAST)
        service.treasury.decide(service.treasury.last, result)
        look_up_what_is_due(service, minutes=2)

        page = payer.open(return_path(service))

        assert page.heading == heading
        again = payer.transmit(payment_of(payer, page.path))
        assert again.status_code == 303
        assert again.headers["Location"] not in {first, ""}

    def test_may_be_gone_on_with_for_a_while(self, service: SamplePortal, payer: Browser) -> None:
        where = leave_to_pay(payer, LAST)
        service.clock.advance(timedelta(minutes=14))

        page = payer.open(return_path(service))

        assert "la page de paiement est encore ouverte" in page
        again = payer.transmit(payment_of(payer, page.path))
        assert again.headers["Location"] == where
        service.clock.advance(timedelta(minutes=1))
        assert "Revenir à la page de paiement" not in payer.open(page.path)

    def test_is_found_by_the_worker_when_nobody_says_a_word(
        self, service: SamplePortal, payer: Browser
    ) -> None:
        leave_to_pay(payer, LAST)
        look_up_what_is_due(service, minutes=20)
        service.treasury.decide(service.treasury.last)

        look_up_what_is_due(service, minutes=5)

        assert last_payment(service).state is PaymentState.PAID

    def test_is_verified_by_staff_when_the_treasury_tells_otherwise(
        self, service: SamplePortal, payer: Browser
    ) -> None:
        leave_to_pay(payer, LAST)
        service.treasury.decide(service.treasury.last, amount=Money(1))
        look_up_what_is_due(service, seconds=30)

        assert payer.open(return_path(service)).heading == "Le service vérifie ce paiement"
        assert "Paiement en ligne en cours" in payer.open(f"/factures/{LAST}")

    def test_goes_on_when_the_account_is_deleted(
        self, service: SamplePortal, payer: Browser
    ) -> None:
        leave_to_pay(payer, LAST)
        service.treasury.decide(service.treasury.last)
        mailbox = EmailAddress.parse("odile.marchal@exemple.fr")
        service.portal.accounts.delete_by_staff(mailbox, actor=service.clerk)

        look_up_what_is_due(service, seconds=30)

        payment = last_payment(service)
        assert (payment.state, payment.account) == (PaymentState.PAID, None)

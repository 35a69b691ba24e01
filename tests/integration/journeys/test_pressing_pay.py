"""The button that pays: once, the last invoice, and nothing else."""

from concurrent.futures import ThreadPoolExecutor

import attrs
import pytest

from siegvo.application.billing.pay_online import Started
from siegvo.application.ports.treasury import TreasuryRefused
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice_number import InvoiceNumber
from tests.support.browser import Browser
from tests.support.insisting import insisting
from tests.support.payer import leave_to_pay, prepare_to_pay
from tests.support.sample_portal import SamplePortal

FERREIRA = "100200423"
LAST, BEFORE = "2026-EA-0000489", "2026-EA-0000487"


@pytest.fixture
def payer(service: SamplePortal) -> Browser:
    return service.subscriber(FERREIRA)


class TestTheButton:
    def test_begins_one_payment_however_often_it_is_pressed(
        self, service: SamplePortal, payer: Browser
    ) -> None:
        sending = prepare_to_pay(payer, LAST)

        answers = {payer.transmit(sending).headers["Location"] for _ in range(3)}

        assert len(answers) == len(service.treasury.orders) == 1

    def test_begins_one_payment_for_twenty_presses_at_once(self, service: SamplePortal) -> None:
        account = service.account(FERREIRA)

        with ThreadPoolExecutor(20) as threads:
            started = set(
                threads.map(lambda _: insisting(lambda: _press(service, account)), range(20))
            )

        assert len({each.reference for each in started}) == 1
        assert len({each.page_url for each in started} - {None}) == 1
        assert len(service.portal.billing.list_payments(most=99)) == 1
        assert len(service.treasury.orders) == 1

    @pytest.mark.parametrize(
        "name",
        [
            "amount", "montant", "amount_cents", "total", "reference", "refdet", "exer",
            "fiscal_year", "numcli", "client", "mode", "saisie", "mel", "email", "objet",
            "urlnotif", "urlredirect", "return_url", "idop", "state", "paid", "invoice",
        ],
    )  # fmt: skip
    def test_takes_no_other_word_for_what_is_paid(
        self, service: SamplePortal, payer: Browser, name: str
    ) -> None:
        sending = prepare_to_pay(payer, LAST)

        answer = payer.transmit(attrs.evolve(sending, fields=(*sending.fields, (name, "100"))))

        assert answer.status_code == 422
        assert service.treasury.orders == {}

    def test_is_refused_for_another_invoice_than_the_last(
        self, service: SamplePortal, payer: Browser
    ) -> None:
        sending = attrs.evolve(prepare_to_pay(payer, LAST), action=f"/factures/{BEFORE}/paiement")

        page = payer.deliver(sending, expect=422)

        assert page.heading == f"Facture {BEFORE}"
        assert page.title.startswith("Erreur : ")
        assert f"Seule la dernière, n° {LAST}, se paie en ligne" in page
        assert service.treasury.orders == {}

    def test_says_how_else_to_pay_when_the_treasury_is_silent(
        self, service: SamplePortal, payer: Browser
    ) -> None:
        sending = prepare_to_pay(payer, LAST)
        service.treasury.fall_silent()

        page = payer.deliver(sending, expect=503)

        assert page.heading == "Le paiement en ligne ne répond pas"
        assert "Aucun paiement n’a été commencé" in page
        service.treasury.trouble = None
        assert leave_to_pay(payer, LAST)

    def test_says_what_the_treasury_refuses(self, service: SamplePortal, payer: Browser) -> None:
        sending = prepare_to_pay(payer, LAST)
        service.treasury.trouble = TreasuryRefused("T1")

        assert "avec le code T1" in payer.deliver(sending, expect=422)


def _press(service: SamplePortal, account: AccountId) -> Started:
    return service.portal.billing.pay_online(holder=account, invoice=InvoiceNumber(LAST))

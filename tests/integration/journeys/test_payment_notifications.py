"""The treasury, or anybody else, says that there is something to ask."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest

from siegvo.domain.billing.payment_state import PaymentState
from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.payer import last_payment, leave_to_pay, look_up_what_is_due, notify
from tests.support.sample_portal import SamplePortal

FERREIRA = "100200423"
LAST = "2026-EA-0000489"


@pytest.fixture
def payer(service: SamplePortal) -> Browser:
    return service.subscriber(FERREIRA)


class TestANotification:
    @pytest.mark.parametrize("field", ["idop", "idOp", "IDOP"])
    def test_has_the_treasury_asked_sooner(
        self, service: SamplePortal, payer: Browser, field: str
    ) -> None:
        leave_to_pay(payer, LAST)
        service.treasury.decide(service.treasury.last)
        service.clock.advance(timedelta(seconds=5))

        assert notify(service.visitor(), service.treasury.last, field=field) == 200

        assert last_payment(service).state is PaymentState.OPEN
        look_up_what_is_due(service)
        assert last_payment(service).state is PaymentState.PAID

    def test_pays_nothing_by_itself(self, service: SamplePortal, payer: Browser) -> None:
        leave_to_pay(payer, LAST)
        forged = urlencode({"idop": service.treasury.last, "resultrans": "P", "montant": "18907"})

        for _ in range(3):
            answer = service.visitor().ask(
                "POST",
                "/paiements/notification",
                data=forged,
                content_type="application/x-www-form-urlencoded",
                headers={"Origin": "https://ailleurs.fr", "Sec-Fetch-Site": "cross-site"},
            )
            assert (answer.status_code, answer.data) == (200, b"")
        look_up_what_is_due(service)

        assert last_payment(service).state is PaymentState.OPEN

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"idop=",
            b"idop=another",
            b"idop=a&idop=b",
            b"idop=%00",
            b"idop=" + b"9" * 500,
            b"idop=" + b"9" * 70_000,
            b"\xff\xfe=\xff",
            "idop=é".encode(),
        ],
        ids=lambda body: repr(body[:14]),
    )
    def test_gets_the_same_answer_whatever_it_says(
        self, service: SamplePortal, payer: Browser, body: bytes
    ) -> None:
        leave_to_pay(payer, LAST)
        before = contents(service.database.engine)

        answer = service.visitor().ask(
            "POST",
            "/paiements/notification",
            data=body,
            content_type="application/x-www-form-urlencoded",
        )

        assert (answer.status_code, answer.data) == (200, b"")
        assert contents(service.database.engine) == before

"""The simulator's page, and what follows from each button."""

from datetime import timedelta
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import pytest

from siegvo.adapters.treasury.payfip import PayFip
from siegvo.domain.billing.treasury_answer import NotKnownYet, Transaction, TreasuryResult
from siegvo.entrypoints.simulator.operation import Incident, Outcome
from siegvo.entrypoints.simulator.running import Simulator
from tests.support.builders.treasury import an_order
from tests.support.notified import Notified
from tests.support.outside import StoppedClock
from tests.support.put_off import PutOff


@pytest.fixture
def idop(payfip: PayFip, portal_side: Notified) -> str:
    order = an_order(
        return_url=portal_side.return_url, notification_url=portal_side.notification_url
    )
    return payfip.open(order).idop


def page(simulator: Simulator, idop: str) -> tuple[int, str, str]:
    """Return the status of the payment page, its policy and its text."""
    link = HTTPConnection(urlsplit(simulator.at).netloc)
    link.request("GET", f"/tpa/paiementws.web?idop={idop}")
    answer = link.getresponse()
    text = answer.read().decode()
    link.close()
    return answer.status, answer.headers["Content-Security-Policy"], text


def press(
    simulator: Simulator, idop: str, outcome: str = "P", incident: str = "none"
) -> tuple[int, str]:
    """Press a button of the page, and return its status and where it leads."""
    link = HTTPConnection(urlsplit(simulator.at).netloc)
    link.request(
        "POST",
        "/tpa/paiementws.web",
        urlencode({"idop": idop, "resultat": outcome, "incident": incident}),
        {"Content-Type": "application/x-www-form-urlencoded"},
    )
    answer = link.getresponse()
    answer.read()
    link.close()
    return answer.status, answer.headers.get("Location", "")


class TestThePage:
    def test_says_what_is_to_be_paid_and_that_no_money_moves(
        self, simulator: Simulator, idop: str
    ) -> None:
        status, _, text = page(simulator, idop)

        assert status == 200
        for words in (
            "Payer 146,91\u00a0€",
            "F2026000123",
            "SYNDICAT DES EAUX – EAU POTABLE",
            "odile.marchal@exemple.fr",
            "Ceci est un simulateur&nbsp;: aucun argent ne circule.",
        ):
            assert words in text

    def test_offers_every_outcome_and_every_incident(self, simulator: Simulator, idop: str) -> None:
        _, _, text = page(simulator, idop)

        assert all(f'name="resultat" value="{each.value}"' in text for each in Outcome)
        assert all(f'name="incident" value="{each.value}"' in text for each in Incident)

    def test_has_no_script_and_leads_back_to_its_portal_only(
        self, simulator: Simulator, idop: str, portal_side: Notified
    ) -> None:
        _, policy, text = page(simulator, idop)

        assert policy == (
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
            f"form-action 'self' {portal_side.at}; frame-ancestors 'none'; base-uri 'none'"
        )
        assert "<script" not in text

    def test_of_another_operation_does_not_exist(self, simulator: Simulator) -> None:
        status, policy, text = page(simulator, "nowhere")

        assert status == 404
        assert "form-action 'self';" in policy
        assert "Il n’y a rien à payer ici" in text

    def test_lasts_a_quarter_of_an_hour(
        self, simulator: Simulator, idop: str, clock: StoppedClock
    ) -> None:
        clock.advance(timedelta(minutes=15) - timedelta(seconds=1))
        in_time = page(simulator, idop)[0]
        clock.advance(timedelta(seconds=1))

        assert in_time == 200
        assert page(simulator, idop)[0] == 410
        assert press(simulator, idop)[0] == 410


@pytest.mark.parametrize("outcome", Outcome)
class TestAButton:
    def test_sends_the_payer_back_and_tells_the_portal(
        self, simulator: Simulator, idop: str, portal_side: Notified, outcome: Outcome
    ) -> None:
        assert press(simulator, idop, outcome.value) == (303, portal_side.return_url)
        assert portal_side.heard() == idop
        assert portal_side.heard(within=0) == ""


class TestAnEndedOperation:
    def test_does_not_end_again(
        self, simulator: Simulator, idop: str, payfip: PayFip, portal_side: Notified
    ) -> None:
        press(simulator, idop, "R")

        assert press(simulator, idop, "P")[0] == 410
        assert page(simulator, idop)[0] == 410
        found = payfip.look_up(idop)
        assert isinstance(found, Transaction)
        assert found.result is TreasuryResult.CARD_REFUSED
        assert [portal_side.heard(), portal_side.heard(within=0)] == [idop, ""]

    @pytest.mark.parametrize("outcome", ["", "Q"])
    def test_ends_in_one_of_five_ways(
        self, simulator: Simulator, idop: str, payfip: PayFip, outcome: str
    ) -> None:
        assert press(simulator, idop, outcome)[0] == 404
        assert payfip.look_up(idop) == NotKnownYet()


class TestTheNotification:
    @pytest.mark.parametrize("incident", [Incident.NO_NOTIFICATION, Incident.EXPIRY])
    def test_may_never_come(
        self, simulator: Simulator, idop: str, portal_side: Notified, incident: Incident
    ) -> None:
        assert press(simulator, idop, "P", incident.value) == (303, portal_side.return_url)
        assert portal_side.heard(within=0.3) == ""

    def test_may_come_late(
        self, simulator: Simulator, idop: str, portal_side: Notified, put_off: PutOff
    ) -> None:
        press(simulator, idop, "P", Incident.LATE_NOTIFICATION.value)

        assert portal_side.heard(within=0) == ""
        put_off.do()
        assert portal_side.heard() == idop

    def test_may_come_twice(self, simulator: Simulator, idop: str, portal_side: Notified) -> None:
        press(simulator, idop, "P", Incident.TWO_NOTIFICATIONS.value)

        assert [portal_side.heard(), portal_side.heard()] == [idop, idop]

    @pytest.mark.parametrize(
        "incident", [Incident.SILENCE, Incident.WRONG_AMOUNT, Incident.WRONG_REFERENCE]
    )
    def test_comes_whatever_else_goes_wrong(
        self, simulator: Simulator, idop: str, portal_side: Notified, incident: Incident
    ) -> None:
        press(simulator, idop, "P", incident.value)

        assert portal_side.heard() == idop

    def test_to_nobody_harms_nobody(self, simulator: Simulator, payfip: PayFip) -> None:
        order = an_order(
            return_url="http://localhost:1/", notification_url="http://localhost:1/none"
        )
        idop = payfip.open(order).idop

        assert press(simulator, idop) == (303, "http://localhost:1/")
        assert isinstance(payfip.look_up(idop), Transaction)

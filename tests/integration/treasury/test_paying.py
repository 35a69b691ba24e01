"""The portal pays through the service: every behaviour of the simulator, over HTTP."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlencode
from urllib.request import urlopen

import attrs
import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.treasury.payfip import PayFip
from siegvo.domain.billing.online_payment import OnlinePayment
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.kernel.gesture import Gesture
from siegvo.entrypoints.simulator.operation import Incident, Outcome
from siegvo.entrypoints.simulator.running import Simulator
from tests.support.browser import Browser
from tests.support.builders.accounts import NOON
from tests.support.outside import StoppedClock
from tests.support.payer import last_payment, leave_to_pay, return_path
from tests.support.programs import PATIENCE
from tests.support.put_off import PutOff
from tests.support.sample_portal import SamplePortal
from tests.support.served import served

LAST = "2026-EA-0000489"


@attrs.frozen(kw_only=True)
class Story:
    """A payer, the portal, and the treasury's service; time goes by for all of them."""

    service: SamplePortal
    simulator: Simulator
    payer: Browser
    clocks: tuple[StoppedClock, ...]

    def leave(self) -> str:
        """Press the button that pays, and return the name of the operation."""
        return leave_to_pay(self.payer, LAST).partition("idop=")[2]

    def finish(self, idop: str, outcome: Outcome, incident: Incident = Incident.NONE) -> None:
        """Do on the treasury's page what a payer does; the page leads back to the portal."""
        answers = {"idop": idop, "resultat": outcome.value, "incident": incident.value}
        page = f"{self.simulator.at}/tpa/paiementws.web?idop={idop}"
        with urlopen(page, data=urlencode(answers).encode()) as answer:  # noqa: S310 (the simulator)
            answer.read()

    def work(self, **later: float) -> OnlinePayment:
        """Let time go by, and whatever is due be looked up."""
        for clock in self.clocks:
            clock.advance(timedelta(**later))
        while self.service.portal.billing.check_payments() is not None:
            pass
        return last_payment(self.service)

    def wait_for_a_hint(self) -> None:
        """Wait until a notification has made a look-up due."""
        give_up_at = monotonic() + PATIENCE
        while last_payment(self.service).version < 2:
            assert monotonic() < give_up_at, "no notification came"
            sleep(0.02)

    def gestures(self) -> list[str]:
        trail = self.service.portal.operations.list_audit(since=NOON)
        return [line.gesture for line in trail if line.gesture.startswith("payment.")]


@pytest.fixture
def story(
    sqlite_samples_url: str, tmp_path: Path, simulator: Simulator, payfip: PayFip,
    clock: StoppedClock,
) -> Iterator[Story]:  # fmt: skip
    engine = open_engine(sqlite_samples_url)
    with served(engine, folder=tmp_path, treasury=payfip) as place:
        service = place.service
        payer = service.subscriber("100200423")
        clocks = (clock, service.clock)
        yield Story(service=service, simulator=simulator, payer=payer, clocks=clocks)
    engine.dispose()


class TestAPayment:
    @pytest.mark.parametrize("outcome", [Outcome.CARD, Outcome.DEBIT])
    def test_is_known_soon_after_a_notification(self, story: Story, outcome: Outcome) -> None:
        story.finish(story.leave(), outcome)
        story.wait_for_a_hint()

        assert last_payment(story.service).state is PaymentState.OPEN
        assert story.work().state is PaymentState.PAID

    def test_is_found_without_any_notification(self, story: Story) -> None:
        story.finish(story.leave(), Outcome.CARD, Incident.NO_NOTIFICATION)

        assert story.work().state is PaymentState.OPEN
        assert story.work(seconds=30).state is PaymentState.PAID
        page = story.payer.open(return_path(story.service))
        assert page.heading == "Votre paiement est enregistré par la trésorerie"

    @pytest.mark.parametrize("incident", [Incident.TWO_NOTIFICATIONS, Incident.LATE_NOTIFICATION])
    def test_has_its_effect_once(self, story: Story, put_off: PutOff, incident: Incident) -> None:
        story.finish(story.leave(), Outcome.CARD, incident)
        story.work(seconds=30)
        assert len(put_off) == (incident is Incident.LATE_NOTIFICATION)
        put_off.do()
        story.work(hours=1)

        assert last_payment(story.service).state is PaymentState.PAID
        assert story.gestures() == [Gesture.PAYMENT_BEGUN, Gesture.PAYMENT_RECEIVED]

    @pytest.mark.parametrize(
        ("outcome", "state"),
        [
            (Outcome.CARD_REFUSED, PaymentState.REFUSED),
            (Outcome.DEBIT_REFUSED, PaymentState.REFUSED),
            (Outcome.ABANDONED, PaymentState.ABANDONED),
        ],
    )
    def test_may_fail_and_be_tried_again(
        self, story: Story, outcome: Outcome, state: PaymentState
    ) -> None:
        first = story.leave()
        story.finish(first, outcome)

        assert story.work(minutes=2).state is state
        second = story.leave()
        assert second != first
        story.finish(second, Outcome.CARD)
        assert story.work(minutes=2).state is PaymentState.PAID

    def test_waits_while_the_service_is_silent(self, story: Story) -> None:
        story.finish(story.leave(), Outcome.CARD, Incident.SILENCE)

        assert story.work(seconds=30).state is PaymentState.OPEN
        assert story.work(minutes=5).state is PaymentState.PAID

    @pytest.mark.parametrize(
        ("incident", "fact"),
        [(Incident.WRONG_AMOUNT, "amount"), (Incident.WRONG_REFERENCE, "reference")],
    )
    def test_is_not_made_by_an_answer_about_something_else(
        self, story: Story, incident: Incident, fact: str
    ) -> None:
        story.finish(story.leave(), Outcome.CARD, incident)

        payment = story.work(minutes=1)

        assert payment.state is PaymentState.OPEN
        assert payment.mismatches == {fact}
        assert story.gestures() == [Gesture.PAYMENT_BEGUN, Gesture.PAYMENT_MISMATCHED]
        assert story.work(hours=2).state is PaymentState.EXPIRED

    def test_expires_when_the_service_knows_it_no_more(self, story: Story) -> None:
        story.finish(story.leave(), Outcome.CARD, Incident.EXPIRY)

        payment = story.work(minutes=1)

        assert (payment.state, payment.next_look_at) == (PaymentState.EXPIRED, None)

    def test_expires_when_nobody_pays(self, story: Story) -> None:
        story.leave()

        assert story.work(minutes=119).state is PaymentState.OPEN
        assert story.work(minutes=5).state is PaymentState.EXPIRED

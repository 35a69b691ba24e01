from uuid import UUID

import attrs
import pytest

from siegvo.application.billing.pay_online import OnlinePaymentNotOffered
from siegvo.application.ports.treasury import (
    Opened,
    PaymentOrder,
    TreasuryRefused,
    TreasuryUnavailable,
)
from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.application.repositories.submissions import SubmissionReused
from siegvo.domain.billing.online_payment import OnlinePayment, PaymentChangedMeanwhile
from siegvo.domain.billing.payable import (
    NothingToPay,
    NotTheLastInvoice,
    PaidOnlineAlready,
    PaymentUnderWay,
)
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.billing.treasury_answer import TreasuryResult
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.money import Money
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.billing import INVOICE, a_collection, an_invoice
from tests.support.builders.payments import a_begun_payment
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings
from tests.support.paying import STRANGER, Counter
from tests.support.treasury import FakeTreasury

FORM, OTHER_FORM = UUID(int=7001), UUID(int=7002)
OLDER = an_invoice("2026-EA-0001000", issued="2026-04-22")


@pytest.fixture
def counter(world: World, surroundings: Surroundings) -> Counter:
    counter = Counter(world, surroundings)
    counter.furnish()
    return counter


@attrs.define
class ActingTreasury(FakeTreasury):
    """While it is asked for a page, `meanwhile` happens."""

    meanwhile: list[Counter] = attrs.Factory(list)

    def open(self, order: PaymentOrder) -> Opened:
        for counter in self.meanwhile:
            counter.wait(minutes=1)
            counter.work_off()
        return super().open(order)


class TestPayOnline:
    def test_leads_to_the_page_of_the_treasury(self, counter: Counter) -> None:
        started = counter.pay()

        (attempt,) = counter.attempts()
        assert started.page_url == f"{counter.treasury.page_origin}/tpa/paiementws.web?idop=" + str(
            attempt.idop
        )
        assert (attempt.reference, attempt.account) == (started.reference, ALICE)
        assert attempt.state is PaymentState.OPEN

    def test_asks_for_what_the_books_say(self, counter: Counter) -> None:
        counter.store.know(a_collection(3_000, on="2026-11-20"))

        started = counter.pay()

        order = counter.treasury.orders[counter.treasury.last]
        assert (order.amount, order.reference) == (Money(15_000), "2026EA0018342")
        assert (order.fiscal_year, order.email.text) == (2026, "Alice.Marchal@exemple.fr")
        assert order.return_url == f"http://localhost/paiements/{started.reference}/retour"
        assert order.notification_url == "http://localhost/paiements/notification"
        assert "2026-EA-0018342" in order.subject

    def test_writes_one_line_of_the_audit_trail(self, counter: Counter, world: World) -> None:
        started = counter.pay()
        counter.pay()

        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.actor) == (Gesture.PAYMENT_BEGUN, Actor.subscriber(ALICE))
        assert entry.subject == f"{INVOICE} {started.reference}"

    def test_leads_back_to_the_page_that_is_open(self, counter: Counter) -> None:
        first = counter.pay()
        counter.wait(minutes=14, seconds=59)

        assert counter.pay() == first
        assert len(counter.attempts()) == 1

    def test_answers_a_form_sent_twice_the_same(self, counter: Counter) -> None:
        first = counter.pay(submission=FORM)

        assert counter.pay(submission=FORM) == first
        assert len(counter.treasury.orders) == 1

    def test_leads_back_to_what_a_form_led_to_once_it_is_over(self, counter: Counter) -> None:
        first = counter.pay(submission=FORM)
        counter.treasury.decide(counter.treasury.last, TreasuryResult.CARD_REFUSED)
        counter.wait(minutes=1)
        counter.work_off()

        again = counter.pay(submission=FORM)

        assert (again.reference, again.page_url) == (first.reference, None)
        assert len(counter.attempts()) == 1

    def test_refuses_a_form_that_said_something_else(self, counter: Counter) -> None:
        counter.store.know(OLDER)
        counter.pay(submission=FORM)

        with pytest.raises(SubmissionReused):
            counter.pay(invoice=OLDER.number, submission=FORM)

    @pytest.mark.parametrize(
        "result",
        [TreasuryResult.CARD_REFUSED, TreasuryResult.DEBIT_REFUSED, TreasuryResult.ABANDONED],
    )
    def test_begins_anew_after_a_payment_that_failed(
        self, counter: Counter, result: TreasuryResult
    ) -> None:
        first = counter.pay()
        counter.treasury.decide(counter.treasury.last, result)
        counter.wait(minutes=2)
        counter.work_off()

        second = counter.pay()

        assert second.page_url not in {None, first.page_url}
        assert counter.states[-1] is PaymentState.OPEN

    def test_learns_first_what_became_of_a_page_that_closed(self, counter: Counter) -> None:
        counter.pay()
        counter.treasury.decide(counter.treasury.last)
        counter.wait(minutes=15)

        with pytest.raises(PaidOnlineAlready):
            counter.pay()

        assert counter.states == [PaymentState.PAID]

    def test_waits_while_the_fate_of_a_page_is_not_known(self, counter: Counter) -> None:
        counter.pay()
        counter.wait(minutes=19, seconds=59)

        with pytest.raises(PaymentUnderWay):
            counter.pay()

        counter.wait(seconds=1)
        assert counter.pay().page_url
        assert counter.states == [PaymentState.EXPIRED, PaymentState.OPEN]

    def test_begins_nothing_while_nobody_can_tell_what_became_of_the_last(
        self, counter: Counter
    ) -> None:
        counter.pay()
        counter.wait(minutes=30)
        counter.treasury.fall_silent()

        with pytest.raises(TreasuryUnavailable):
            counter.pay()

        assert counter.states == [PaymentState.OPEN]

    def test_is_not_for_two_accounts_at_once(self, counter: Counter) -> None:
        counter.pay(holder=ALICE)

        with pytest.raises(PaymentUnderWay):
            counter.pay(holder=BOB)

    @pytest.mark.parametrize("trouble", [TreasuryUnavailable("slow"), TreasuryRefused("A2")])
    def test_begins_nothing_when_the_treasury_gives_no_page(
        self, counter: Counter, trouble: Exception
    ) -> None:
        counter.treasury.trouble = trouble

        with pytest.raises(type(trouble)):
            counter.pay(submission=FORM)

        assert counter.states == [PaymentState.EXPIRED]
        counter.treasury.trouble = None
        assert counter.pay(submission=OTHER_FORM).page_url

    def test_shows_that_a_page_is_being_asked_for(self, counter: Counter) -> None:
        with counter.store.begin() as work:
            work.online_payments.add(_left_alone(counter))

        started = counter.pay()

        assert started.page_url is None
        assert counter.states == [PaymentState.OPENING]

    def test_takes_over_from_whoever_died_meanwhile(self, counter: Counter) -> None:
        with counter.store.begin() as work:
            work.online_payments.add(_left_alone(counter))
        counter.wait(minutes=1)

        assert counter.pay().page_url

        assert counter.states == [PaymentState.EXPIRED, PaymentState.OPEN]

    def test_shows_no_page_of_an_attempt_that_was_given_up_meanwhile(self, world: World) -> None:
        slow = ActingTreasury()
        counter = Counter(world, Surroundings(treasury=slow))
        counter.furnish()
        slow.meanwhile.append(counter)

        with pytest.raises(PaymentChangedMeanwhile):
            counter.pay()

        assert counter.states == [PaymentState.EXPIRED]

    def test_is_not_for_strangers(self, counter: Counter) -> None:
        with pytest.raises(InvoiceNotFound):
            counter.pay(holder=STRANGER)

        assert counter.attempts() == ()

    def test_is_for_the_last_invoice_only(self, counter: Counter) -> None:
        counter.store.know(OLDER)

        with pytest.raises(NotTheLastInvoice) as refused:
            counter.pay(invoice=OLDER.number)

        assert refused.value.last == INVOICE

    def test_is_for_what_is_left_to_pay(self, counter: Counter) -> None:
        counter.store.know(a_collection(18_000, on="2026-11-20"))

        with pytest.raises(NothingToPay):
            counter.pay()

        assert counter.attempts() == ()

    def test_is_not_offered_without_a_treasury(self, world: World) -> None:
        counter = Counter(world, Surroundings(treasury=None))
        counter.furnish()

        with pytest.raises(OnlinePaymentNotOffered):
            counter.pay()
        with pytest.raises(InvoiceNotFound):
            counter.pay(holder=STRANGER)


def _left_alone(counter: Counter) -> OnlinePayment:
    return a_begun_payment(at=counter.clock.now())

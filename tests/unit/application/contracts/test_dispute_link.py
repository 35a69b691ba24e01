from typing import Any
from uuid import UUID

import attrs
import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.repositories.contracts import PayerNotLinked
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.payments.events import PaymentChangeCancelled
from siegvo.domain.requests.events import LinkTurnedDown
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.changes import a_change
from tests.support.builders.contracts import MARCHAL, a_link, a_tenure
from tests.support.builders.requests import a_request
from tests.support.in_memory.world import World

FIRST, SECOND = RequestReference(2026, 1), RequestReference(2026, 2)
CLERK = Actor.staff("paul")


@pytest.fixture(autouse=True)
def _both_linked(world: World, contracts: Contracts) -> None:
    del contracts  # its accounts are what is wanted
    world.know(a_tenure(), a_tenure("100214874"))
    with world.begin() as work:
        work.links.add(a_link(ALICE))
        work.links.add(a_link(BOB))


def ask(world: World, change: PaymentChange) -> RequestReference:
    """Keep a change that is under way, and the request that carries it."""
    request = attrs.evolve(
        a_request(change.reference.rank, kind=RequestKind.PAYMENT_MODE), account=change.account
    )
    with world.begin() as work:
        work.requests.add(request)
        work.payment_changes.add(change)
    return change.reference


class TestOnesPayers:
    def test_say_how_many_others_see_them(self, contracts: Contracts) -> None:
        (payer,) = contracts.list_shared_payers(ALICE)

        assert (payer.payer, payer.contracts, payer.others) == (MARCHAL, 2, 1)
        assert payer.dispute is None


class TestADispute:
    def test_is_a_request_to_staff(self, world: World, contracts: Contracts) -> None:
        assert contracts.dispute_link(account=ALICE, payer=MARCHAL) == FIRST

        assert world.kept.requests.of(FIRST).kind is RequestKind.LINK_DISPUTE
        (waiting,) = contracts.list_waiting_links()
        assert (waiting.doubt, waiting.accounts) == (Doubt.DISPUTED, 2)
        (payer,) = contracts.list_shared_payers(ALICE)
        assert payer.dispute == FIRST
        assert world.kept.audit.entries[-1].gesture is Gesture.LINK_DISPUTED

    def test_is_one_until_staff_decide(self, contracts: Contracts) -> None:
        form = UUID(int=7)
        for _ in range(2):
            assert contracts.dispute_link(account=ALICE, payer=MARCHAL) == FIRST
            reference = contracts.dispute_link(account=ALICE, payer=MARCHAL, submission=form)
            assert reference == FIRST
        contracts.approve_link(FIRST, actor=CLERK)

        again = contracts.dispute_link(account=ALICE, payer=MARCHAL, submission=form)
        assert again == FIRST, "a form sent before the decision"
        assert contracts.dispute_link(account=ALICE, payer=MARCHAL) == SECOND

    def test_links_and_unlinks_nobody_by_itself(self, world: World, contracts: Contracts) -> None:
        contracts.dispute_link(account=ALICE, payer=MARCHAL)

        contracts.approve_link(FIRST, actor=CLERK)

        assert world.kept.links.accounts_of(MARCHAL) == (ALICE, BOB)
        assert world.kept.requests.of(FIRST).state is RequestState.DONE
        assert world.kept.events == []

    def test_takes_back_what_the_others_asked_about_payment(
        self, world: World, contracts: Contracts
    ) -> None:
        theirs = ask(world, a_change(9, account=BOB))

        contracts.dispute_link(account=ALICE, payer=MARCHAL)

        assert world.kept.payment_changes.of(theirs).step is ChangeStep.CANCELLED
        assert world.kept.requests.of(theirs).state is RequestState.CANCELLED
        assert [event for event in world.kept.events if isinstance(event, PaymentChangeCancelled)]
        assert world.kept.audit.entries[-1].gesture is Gesture.PAYMENT_CHANGE_CANCELLED

    @pytest.mark.parametrize(
        "facts", [{"account": ALICE}, {"account": BOB, "step": ChangeStep.EXPORTED}]
    )
    def test_leaves_ones_own_changes_and_those_the_billing_system_has(
        self, world: World, contracts: Contracts, facts: dict[str, Any]
    ) -> None:
        asked = ask(world, a_change(9, **facts))
        before = world.kept.payment_changes.of(asked)

        contracts.dispute_link(account=ALICE, payer=MARCHAL)

        assert world.kept.payment_changes.of(asked) == before

    def test_is_answered_when_it_is_refused(self, world: World, contracts: Contracts) -> None:
        contracts.dispute_link(account=ALICE, payer=MARCHAL)

        contracts.refuse_link(FIRST, reason="C’est votre conjoint.", actor=CLERK)

        event = world.kept.events[-1]
        assert isinstance(event, LinkTurnedDown)
        assert event.is_dispute

    def test_is_not_for_those_linked_to_another_payer(
        self, world: World, contracts: Contracts
    ) -> None:
        world.know(a_tenure("100214882", payer="R0002"))
        with world.begin() as work:
            work.links.remove(BOB, MARCHAL)
            work.links.add(attrs.evolve(a_link(BOB), payer=PayerCode("R0002")))

        with pytest.raises(PayerNotLinked):
            contracts.dispute_link(account=BOB, payer=MARCHAL)

        assert contracts.list_waiting_links() == ()

    def test_is_for_those_who_are_linked(self, world: World, contracts: Contracts) -> None:
        with world.begin() as work:
            work.links.remove(BOB, MARCHAL)

        with pytest.raises(PayerNotLinked):
            contracts.dispute_link(account=BOB, payer=MARCHAL)

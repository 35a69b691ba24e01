from uuid import UUID

import attrs
import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.repositories.contracts import PayerNotLinked
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.events import LinkTurnedDown
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB
from tests.support.builders.contracts import MARCHAL, a_link, a_tenure
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

import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.contracts.events import ContractLinked, PayerLinkedElsewhere
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.events import LinkTurnedDown
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestCannotBecome, RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_payer, a_tenure
from tests.support.builders.requests import a_request
from tests.support.in_memory.world import World
from tests.support.security_keys import know_with_key

KEY = SecurityKey("9NUUNTUW")
CLERK = Actor.staff("paul")


@pytest.fixture
def asked(world: World, contracts: Contracts) -> RequestReference:
    """Let Alice ask for a payer that Bob is linked to, with a short key."""
    know_with_key(world, a_tenure(), KEY, bits=30)
    with world.begin() as work:
        work.links.add(a_link(BOB))
    linked = contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)
    assert linked.awaits
    return linked.awaits


class TestAWaitingLink:
    def test_is_shown_to_staff(self, contracts: Contracts, asked: RequestReference) -> None:
        (waiting,) = contracts.list_waiting_links()

        assert (waiting.reference, waiting.email) == (asked, an_account(ALICE).email)
        assert (waiting.payer, waiting.payer_name) == (MARCHAL, a_payer().name)
        assert (waiting.contracts, waiting.accounts) == (1, 1)

    def test_is_made_when_staff_approve(
        self, world: World, contracts: Contracts, asked: RequestReference
    ) -> None:
        contracts.approve_link(asked, actor=CLERK)

        sheet = contracts.show_dashboard(holder=ALICE, contract=CONTRACT)
        assert sheet.tenure.payer == MARCHAL
        assert world.kept.requests.of(asked).state is RequestState.DONE
        assert contracts.list_waiting_links() == ()
        assert world.kept.events[-2:] == [
            ContractLinked(at=NOON, account=str(ALICE), payer=str(MARCHAL), contract=str(CONTRACT)),
            PayerLinkedElsewhere(at=NOON, account=str(BOB), payer=str(MARCHAL)),
        ]

    def test_is_not_made_when_staff_refuse(
        self, world: World, contracts: Contracts, asked: RequestReference
    ) -> None:
        contracts.refuse_link(asked, reason="Le syndic ne vous connaît pas.", actor=CLERK)

        assert world.kept.links.of(ALICE) == ()
        request = world.kept.requests.of(asked)
        assert (request.state, request.steps[-1].reason) == (
            RequestState.REFUSED,
            "Le syndic ne vous connaît pas.",
        )
        assert world.kept.events[-1] == LinkTurnedDown(
            at=NOON,
            reference=str(asked),
            account=str(ALICE),
            reason="Le syndic ne vous connaît pas.",
            is_dispute=False,
        )

    def test_is_decided_once(
        self, world: World, contracts: Contracts, asked: RequestReference
    ) -> None:
        contracts.refuse_link(asked, reason="Non.", actor=CLERK)

        with pytest.raises(RequestCannotBecome):
            contracts.approve_link(asked, actor=CLERK)

        assert world.kept.links.of(ALICE) == ()

    def test_may_be_asked_for_again_once_refused(
        self, contracts: Contracts, asked: RequestReference
    ) -> None:
        contracts.refuse_link(asked, reason="Non.", actor=CLERK)

        again = contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)

        assert again.awaits not in {None, asked}

    def test_is_written_down_with_the_clerk(
        self, world: World, contracts: Contracts, asked: RequestReference
    ) -> None:
        contracts.approve_link(asked, actor=CLERK)

        entries = [(each.gesture, each.actor) for each in world.kept.audit.entries]
        assert entries == [
            (Gesture.LINK_ASKED, Actor.subscriber(ALICE)),
            (Gesture.LINK_APPROVED, CLERK),
        ]

    def test_waits_for_nobody_once_its_account_is_gone(
        self, world: World, contracts: Contracts, asked: RequestReference
    ) -> None:
        with world.begin() as work:
            request = work.requests.of(asked)
            work.requests.save(request.become(RequestState.IN_PROGRESS, at=NOON))
            work.requests.disown(ALICE)

        assert contracts.list_waiting_links() == ()
        with pytest.raises(AccountNotFound):
            contracts.approve_link(asked, actor=CLERK)

    def test_is_no_other_request(self, world: World, contracts: Contracts) -> None:
        with world.begin() as work:
            work.requests.add(a_request())

        with pytest.raises(RequestNotFound):
            contracts.approve_link(a_request().reference, actor=CLERK)

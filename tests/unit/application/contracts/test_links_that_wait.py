from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from siegvo.application.contracts.bundle import Contracts
from siegvo.application.contracts.link_contract import Linked
from siegvo.application.operations.forget_old import ForgetOld
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.doubt import Doubt, KeyTooWeak
from siegvo.domain.contracts.link import LinkRefused
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.events import LinkAsked
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings
from tests.support.security_keys import know_with_key

KEY, WRONG = SecurityKey("9NUUNTUW"), SecurityKey("QD95ZCZU")
FIRST = RequestReference(2026, 1)
STRANGERS = [AccountId(UUID(int=number)) for number in range(1001, 1100)]

LinkIt = Callable[..., Linked]


@pytest.fixture
def link_it(contracts: Contracts) -> LinkIt:
    def link_it(by: AccountId = ALICE, submission: UUID | None = None) -> Linked:
        return contracts.link_contract(account=by, number=CONTRACT, key=KEY, submission=submission)

    return link_it


def fail(contracts: Contracts, *, by: AccountId, number: ContractNumber, times: int) -> None:
    for _ in range(times):
        with pytest.raises(LinkRefused):
            contracts.link_contract(account=by, number=number, key=WRONG)


def rain(contracts: Contracts, failures: int) -> None:
    """Have strangers try that many contracts, none of them too often."""
    for rank in range(failures):
        number = ContractNumber(f"9{rank:06}")
        fail(contracts, by=STRANGERS[rank // 4], number=number, times=1)


class TestALargePayer:
    @pytest.fixture(autouse=True)
    def _twelve_contracts(self, world: World) -> None:
        know_with_key(world, a_tenure(), KEY)
        world.know(*(a_tenure(f"2000000{rank:02}") for rank in range(11)))

    def test_is_not_linked_until_staff_say_so(
        self, world: World, contracts: Contracts, link_it: LinkIt
    ) -> None:
        linked = link_it()

        assert linked == Linked(was_linked=False, contracts=(), awaits=FIRST)
        assert world.kept.links.kept == {}
        assert world.kept.link_requests.of(FIRST).doubt is Doubt.MANY_CONTRACTS
        with pytest.raises(ContractNotFound):
            contracts.show_dashboard(holder=ALICE, contract=CONTRACT)

    def test_is_asked_for_in_a_request_that_its_author_follows(
        self, world: World, link_it: LinkIt
    ) -> None:
        link_it()

        request = world.kept.requests.of(FIRST)
        assert (request.kind, request.account) == (RequestKind.LINK, ALICE)
        assert (request.contract, request.state) == (CONTRACT, RequestState.REGISTERED)
        assert world.kept.events == [
            LinkAsked(at=NOON, reference=str(FIRST), account=str(ALICE), contract=CONTRACT.digits)
        ]

    def test_is_written_down(self, world: World, link_it: LinkIt) -> None:
        link_it()

        (entry,) = world.kept.audit.entries
        assert (entry.gesture, entry.actor) == (Gesture.LINK_ASKED, Actor.subscriber(ALICE))
        assert entry.subject == f"{FIRST} {CONTRACT} {MARCHAL}"

    def test_is_asked_for_once(self, world: World, link_it: LinkIt) -> None:
        again = [link_it(), link_it(), link_it(submission=UUID(int=7))]

        assert {each.awaits for each in again} == {FIRST}
        assert len(world.kept.events) == 1

    def test_is_answered_alike_for_the_same_form(self, world: World, link_it: LinkIt) -> None:
        first, second = (link_it(submission=UUID(int=7)) for _ in range(2))

        assert first == second
        assert len(world.kept.requests.kept) == 1

    def test_stays_linked_to_those_who_were(self, world: World, link_it: LinkIt) -> None:
        with world.begin() as work:
            work.links.add(a_link(ALICE))

        assert link_it().was_linked


class TestAPayerOfMany:
    def test_waits_from_the_sixth_account_on(self, world: World, link_it: LinkIt) -> None:
        know_with_key(world, a_tenure(), KEY)
        accounts = STRANGERS[:7]
        with world.begin() as work:
            for number, account in enumerate(accounts):
                work.accounts.add(an_account(account, email=f"n{number}@exemple.fr"))

        awaited = [link_it(by=account).awaits for account in accounts]

        assert [each is None for each in awaited] == [True] * 5 + [False] * 2
        assert len(world.kept.links.accounts_of(MARCHAL)) == 5


class TestAShortKey:
    def test_makes_the_link_wait(self, world: World, link_it: LinkIt) -> None:
        know_with_key(world, a_tenure(), KEY, bits=39)

        assert link_it().awaits == FIRST
        assert world.kept.link_requests.of(FIRST).doubt is Doubt.WEAK_KEY

    def test_is_refused_when_it_proves_nothing(self, world: World, link_it: LinkIt) -> None:
        know_with_key(world, a_tenure(), KEY, bits=19)

        with pytest.raises(KeyTooWeak):
            link_it()

        assert world.kept.requests.kept == {}

    def test_is_not_told_from_a_wrong_one_of_another_contract(
        self, world: World, contracts: Contracts
    ) -> None:
        know_with_key(world, a_tenure(), KEY, bits=19)

        with pytest.raises(LinkRefused):
            contracts.link_contract(account=ALICE, number=CONTRACT, key=WRONG)


class TestAContractStrangersTry:
    @pytest.fixture(autouse=True)
    def _imported(self, world: World) -> None:
        know_with_key(world, a_tenure(), KEY)

    def test_is_linked_at_once_whatever_a_few_of_them_did(
        self, contracts: Contracts, link_it: LinkIt
    ) -> None:
        for stranger in STRANGERS[:4]:
            fail(contracts, by=stranger, number=CONTRACT, times=5)
        for stranger in STRANGERS[4:34]:
            fail(contracts, by=stranger, number=CONTRACT, times=4)

        assert link_it().awaits is None

    def test_never_refuses_its_owner_and_asks_staff(
        self, world: World, contracts: Contracts, link_it: LinkIt
    ) -> None:
        for stranger in STRANGERS[:20]:
            fail(contracts, by=stranger, number=CONTRACT, times=5)

        assert link_it().awaits == FIRST
        assert world.kept.link_requests.of(FIRST).doubt is Doubt.MANY_FAILURES

    def test_is_linked_at_once_when_they_have_gone(
        self, contracts: Contracts, surroundings: Surroundings, link_it: LinkIt
    ) -> None:
        for stranger in STRANGERS[:5]:
            fail(contracts, by=stranger, number=CONTRACT, times=5)
        surroundings.clock.advance(timedelta(hours=1))

        assert link_it().awaits is None


class TestEveryLink:
    @pytest.mark.parametrize(("failures", "waits"), [(200, False), (201, True)])
    def test_waits_when_wrong_keys_rain_down(
        self,
        world: World,
        contracts: Contracts,
        link_it: LinkIt,
        *,
        failures: int,
        waits: bool,
    ) -> None:
        know_with_key(world, a_tenure(), KEY)
        rain(contracts, failures)

        assert (link_it(by=BOB).awaits is not None) is waits

    @pytest.mark.parametrize(
        ("usual", "failures", "waits"),
        [(20, 60, False), (20, 61, True), (1, 50, False), (1, 51, True)],
    )
    def test_waits_when_they_are_three_times_more_than_usual(
        self,
        world: World,
        surroundings: Surroundings,
        contracts: Contracts,
        link_it: LinkIt,
        *,
        usual: int,
        failures: int,
        waits: bool,
    ) -> None:
        know_with_key(world, a_tenure(), KEY)
        forget_old = ForgetOld(world.begin, surroundings.clock, surroundings.keyed_hash)
        for _ in range(7):
            rain(contracts, usual)
            surroundings.clock.advance(timedelta(days=1))
            forget_old()

        rain(contracts, failures)

        linked = link_it(by=BOB)
        assert (linked.awaits is not None) is waits
        assert waits or linked.contracts

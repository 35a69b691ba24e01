from datetime import timedelta

import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.domain.contracts.contract_number import ContractNumber
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

OTHERS = ContractNumber("4001")


@pytest.fixture(autouse=True)
def _people(world: World) -> None:
    world.know(a_tenure(), a_tenure(OTHERS.digits, payer="OTHER"))
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))


class TestArrive:
    @pytest.mark.parametrize("contract", [None, CONTRACT])
    def test_tells_who_comes_and_what_they_see(
        self, accounts: Accounts, contract: ContractNumber | None
    ) -> None:
        key = accounts.open_session(ALICE)

        arrival = accounts.arrive(key.value, contract=contract)

        assert arrival is not None
        assert arrival.visitor == accounts.who_is(key.value)
        assert arrival.sheet is not None
        assert arrival.sheet.tenure == a_tenure()

    def test_tells_nothing_of_what_is_not_theirs(self, accounts: Accounts) -> None:
        arrival = accounts.arrive(accounts.open_session(ALICE).value, contract=OTHERS)

        assert arrival is not None
        assert arrival.sheet is None

    def test_knows_nobody_without_a_session(self, accounts: Accounts) -> None:
        key = accounts.open_session(ALICE)

        assert accounts.arrive(key.fingerprint, contract=None) is None

    def test_forgets_a_session_left_alone(
        self, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.open_session(ALICE)
        surroundings.clock.advance(timedelta(minutes=30))

        assert accounts.arrive(key.value, contract=None) is None

    def test_keeps_a_session_that_is_used(
        self, world: World, accounts: Accounts, surroundings: Surroundings
    ) -> None:
        key = accounts.open_session(ALICE)
        surroundings.clock.advance(timedelta(minutes=1))

        accounts.arrive(key.value, contract=None)

        assert world.kept.sessions.kept[key.fingerprint].seen_at == NOON + timedelta(minutes=1)

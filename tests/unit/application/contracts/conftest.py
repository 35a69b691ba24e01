import pytest

from siegvo.application.contracts.bundle import Contracts
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture
def contracts(world: World, surroundings: Surroundings) -> Contracts:
    """Alice and Bob have accounts, and nothing linked to them."""
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
    return Contracts.on(surroundings.around(world))

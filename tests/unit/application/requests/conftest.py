import pytest

from siegvo.application.requests.bundle import Requests
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture
def requests(world: World, surroundings: Surroundings) -> Requests:
    """Alice sees a contract, and Bob has an account and nothing else."""
    world.know(a_tenure())
    with world.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))
    return Requests.on(surroundings.around(world))

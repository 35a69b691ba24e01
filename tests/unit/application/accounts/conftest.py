import pytest

from siegvo.application.accounts.bundle import Accounts
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture
def accounts(world: World, surroundings: Surroundings) -> Accounts:
    return Accounts.on(surroundings.around(world))

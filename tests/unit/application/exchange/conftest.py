import pytest

from siegvo.application.exchange.bundle import Exchange
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture
def exchange(world: World, surroundings: Surroundings) -> Exchange:
    return Exchange.on(surroundings.around(world))

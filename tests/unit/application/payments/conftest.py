import pytest

from tests.support.changing import Changing
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings


@pytest.fixture
def changing(world: World, surroundings: Surroundings) -> Changing:
    return Changing.on(world, surroundings)

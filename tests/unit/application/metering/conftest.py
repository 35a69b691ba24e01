import pytest

from siegvo.application.metering.bundle import Metering
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import a_link, a_tenure
from tests.support.in_memory.world import World
from tests.support.meters import a_meter, a_reading, an_estimate
from tests.support.outside import Surroundings


@pytest.fixture
def network(world: World) -> World:
    """Alice holds a contract since 2020; its meter was read, then estimated."""
    world.know(
        a_tenure(),
        a_meter(
            a_reading(100, "2025-10-10"),
            a_reading(150, "2026-02-10"),
            a_reading(200, "2026-06-10"),
            an_estimate(255, "2026-10-10"),
        ),
    )
    with world.begin() as work:
        for account in (ALICE, BOB):
            work.accounts.add(an_account(account))
        work.links.add(a_link(ALICE))
    return world


@pytest.fixture
def metering(network: World, surroundings: Surroundings) -> Metering:
    return Metering.on(surroundings.around(network))

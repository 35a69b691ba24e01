"""The simulator of PayFiP, the client that speaks to it, and a portal that it notifies."""

from collections.abc import Iterator

import pytest

from siegvo.adapters.treasury.payfip import PayFip
from siegvo.entrypoints.simulator.clients import CLIENT
from siegvo.entrypoints.simulator.running import Simulator, running_simulator
from tests.support.notified import Notified, listening
from tests.support.outside import StoppedClock
from tests.support.put_off import PutOff


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def put_off() -> PutOff:
    """Give what is to be done later, at a time of the test's choosing."""
    return PutOff()


@pytest.fixture
def simulator(clock: StoppedClock, put_off: PutOff) -> Iterator[Simulator]:
    with running_simulator(clock=clock, later=put_off) as running:
        yield running


@pytest.fixture
def payfip(simulator: Simulator, clock: StoppedClock) -> PayFip:
    return PayFip.at(simulator.at, client=CLIENT, mode="T", clock=clock)


@pytest.fixture
def portal_side() -> Iterator[Notified]:
    """Give what stands where the portal would: it hears notifications and sees payers return."""
    with listening() as heard:
        yield heard

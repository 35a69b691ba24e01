"""The simulator of PayFiP, the client that speaks to it, and a portal that it notifies."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from siegvo.adapters.treasury.payfip import PayFip
from siegvo.entrypoints.simulator.clients import CLIENT
from siegvo.entrypoints.simulator.running import Simulator, running_simulator
from tests.support.notified import Notified, listening
from tests.support.outside import StoppedClock


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def simulator(clock: StoppedClock) -> Iterator[Simulator]:
    with running_simulator(clock=clock, late_by=timedelta(seconds=0.2)) as running:
        yield running


@pytest.fixture
def payfip(simulator: Simulator, clock: StoppedClock) -> PayFip:
    return PayFip.at(simulator.at, client=CLIENT, mode="T", clock=clock)


@pytest.fixture
def portal_side() -> Iterator[Notified]:
    """Give what stands where the portal would: it hears notifications and sees payers return."""
    with listening() as heard:
        yield heard

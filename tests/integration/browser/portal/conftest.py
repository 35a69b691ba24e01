"""The sample portal, served for Chromium."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.treasury.payfip import PayFip
from siegvo.entrypoints.simulator.clients import CLIENT
from siegvo.entrypoints.simulator.running import running_simulator
from tests.look.showing import Showing
from tests.support.outside import StoppedClock
from tests.support.served import Served, served


@pytest.fixture
def place(sqlite_samples_url: str, tmp_path: Path) -> Iterator[Served]:
    engine = open_engine(sqlite_samples_url)
    with served(engine, folder=tmp_path) as found:
        yield found
    engine.dispose()


@pytest.fixture
def paying_place(sqlite_samples_url: str, tmp_path: Path) -> Iterator[Served]:
    """Serve the portal of a syndicate that is paid by a simulator."""
    engine = open_engine(sqlite_samples_url)
    with running_simulator(clock=StoppedClock()) as simulator:
        treasury = PayFip.at(simulator.at, client=CLIENT, mode="T", clock=StoppedClock())
        with served(engine, folder=tmp_path, treasury=treasury) as found:
            yield found
    engine.dispose()


@pytest.fixture(scope="package")
def showing(sqlite_samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Showing]:
    """Serve every page there is to see; whoever looks at them changes nothing."""
    folder = tmp_path_factory.mktemp("every-page")
    engine = open_engine(f"sqlite:///{shutil.copy(sqlite_samples, folder / 'siegvo.db')}")
    with served(engine, folder=folder) as found:
        yield Showing.of(found)
    engine.dispose()

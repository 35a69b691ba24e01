"""Databases for every test, empty and up to date; and a portal around them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Engine

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.upgrade import upgrade
from siegvo.application.portal import Portal, assemble
from tests.support.database import Database
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings
from tests.support.ports import kept_port
from tests.support.postgresql import cluster, fresh_database

# A slow machine is no fault of what is tested; and what is green today is green tomorrow, for the
# examples are the same each time. Others are looked for on purpose: CONTRIBUTING.md says how.
settings.register_profile(
    "settled",
    database=None,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("exploring", settings.get_profile("settled"), derandomize=False)
settings.load_profile("settled")

_LONGEST_NAME = 200


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a test by the beginning of what it is given, should that be very long.

    Names are sent from process to process, and stand in the environment of programs.
    """
    if not isinstance(val, (str, bytes)) or len(val) <= _LONGEST_NAME:
        return None
    beginning = val[:_LONGEST_NAME]
    return beginning.decode("latin-1") if isinstance(beginning, bytes) else beginning


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Prepare, once for each worker, the file that every SQLite test begins with a copy of."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_cluster() -> Iterator[str]:
    with cluster() as url:
        yield url


@pytest.fixture(scope="session")
def postgresql_template(postgresql_cluster: str) -> Iterator[str]:
    """Prepare, once for each worker, the database that every PostgreSQL test copies."""
    with fresh_database(postgresql_cluster) as url:
        _migrate(url)
        yield url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    file = shutil.copy(sqlite_template, tmp_path / "siegvo.db")
    return f"sqlite:///{file}"


@pytest.fixture
def postgresql_url(postgresql_cluster: str, postgresql_template: str) -> Iterator[str]:
    with fresh_database(postgresql_cluster, template=postgresql_template) as url:
        yield url


@pytest.fixture
def port() -> Iterator[int]:
    """Give a port where nobody listens, unless the test does."""
    with kept_port() as kept:
        yield kept


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of a database of each kind in turn, up to date and empty."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def database(engine: Engine) -> Database:
    return Database.on(engine)


@pytest.fixture
def world() -> World:
    """Give a database that is only imagined, for the quickest tests."""
    return World()


@pytest.fixture
def surroundings() -> Surroundings:
    """Stop the clock and empty the mailbox around the portal of this test."""
    return Surroundings()


@pytest.fixture
def portal(database: Database, surroundings: Surroundings) -> Portal:
    """Open the portal on each kind of database, with nobody in it."""
    return assemble(surroundings.around(database))


def _migrate(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    engine.dispose()

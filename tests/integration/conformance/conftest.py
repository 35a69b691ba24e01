from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.support.database import Database
from tests.support.in_memory.world import World
from tests.support.store import Store


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """Keep things in each implementation of the ports in turn."""
    if request.param == "memory":
        yield World()
    else:
        with _database(request.getfixturevalue(f"{request.param}_url")) as database:
            yield database


@contextmanager
def _database(url: str) -> Iterator[Database]:
    engine = open_engine(url)
    try:
        yield Database.on(engine)
    finally:
        engine.dispose()

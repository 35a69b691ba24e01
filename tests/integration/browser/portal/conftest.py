"""The sample portal, served for Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.support.served import Served, served


@pytest.fixture
def place(sqlite_samples_url: str, tmp_path: Path) -> Iterator[Served]:
    engine = open_engine(sqlite_samples_url)
    with served(engine, folder=tmp_path) as found:
        yield found
    engine.dispose()

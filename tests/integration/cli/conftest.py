"""An installation for commands to work on, on each kind of database."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Say nothing of any portal but where to keep its data."""
    for name in [name for name in os.environ if name.startswith("SIEGVO_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SIEGVO_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("LANGUAGE", "en")  # commands speak French all the same


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, database_url: str) -> str:
    """Name a database that is up to date and empty."""
    monkeypatch.setenv("SIEGVO_DATABASE_URL", database_url)
    return database_url

"""An environment that says nothing of any portal."""

import os

import pytest


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("SIEGVO_")]:
        monkeypatch.delenv(name)

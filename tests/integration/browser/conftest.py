"""Chromium for the tests of this folder: one for all of them, a window of its own for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.support.chromium import running_chromium
from tests.support.window import PATIENCE, Window, window

_HERE = Path(__file__).parent

expect.set_options(timeout=PATIENCE)


@pytest.hookimpl(tryfirst=True)  # before the plugin that reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives Chromium, and keep it with one worker, unless it names its own group."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.browser)
            if not item.get_closest_marker("xdist_group"):
                item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with running_chromium() as chromium:
        yield chromium


@pytest.fixture
def desk(browser: Browser) -> Iterator[Window]:
    """Give a light desktop window; the test fails if anything in it complained."""
    with window(browser) as opened:
        yield opened
    assert opened.complaints == []

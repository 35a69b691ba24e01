"""Chromium as the machine has it, started for tests: no browser is ever downloaded."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.support.requirements import missing

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
_STARTS_WITHIN = 300_000  # milliseconds


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Give Chromium, without a window; skips, or fails, where there is none."""
    path = find_chromium()
    if path is None:
        missing("chromium", word=f"Chromium is not installed: none of {', '.join(_NAMES)}.")
    flags = [*_FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(_FLAGS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=flags, timeout=_STARTS_WITHIN
        )
        try:
            yield browser
        finally:
            browser.close()


def find_chromium() -> str | None:
    """Give the path of the first that the PATH has; None where it has none."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)

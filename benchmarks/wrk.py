"""Driving the load with wrk, from the distribution."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

from benchmarks.pages import Load, Page

_SCRIPT: Final = Path(__file__).with_suffix(".lua")


def is_here() -> bool:
    return shutil.which("wrk") is not None


def drive(page: Page, seconds: float, connections: int) -> Load:
    """Ask for `page`; wrk counts in whole seconds."""
    command = ["wrk", "--threads", "1", "--connections", str(connections)]
    command += ["--duration", f"{max(round(seconds), 1)}s", "--script", str(_SCRIPT)]
    told = subprocess.run(
        [*command, page.url, "--", *page.cookies], check=True, capture_output=True, text=True
    ).stdout
    return Load(**json.loads(told.partition("\nresult ")[2]))

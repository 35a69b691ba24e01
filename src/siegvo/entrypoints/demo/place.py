"""Where a demo lives: a folder of its own, and settings that nothing else decides."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import PREFIX

MAILBOX: Final = "courrier"
"""The folder, in that of the data, where the letters are kept."""


@contextmanager
def place(*, port: int) -> Iterator[Settings]:
    """Make a folder that ends with the demo.

    The web server's processes read their settings from the environment: for the time of
    the demo it holds those of the demo, and no others.
    """
    with TemporaryDirectory(prefix="siegvo-demo-") as folder:
        settings = Settings(data_dir=Path(folder), public_url=f"http://localhost:{port}")
        kept = {name: value for name, value in os.environ.items() if name.startswith(PREFIX)}
        for name in kept:
            del os.environ[name]
        os.environ[f"{PREFIX}DATA_DIR"] = folder
        os.environ[f"{PREFIX}PUBLIC_URL"] = str(settings.public_url)
        try:
            yield settings
        finally:
            del os.environ[f"{PREFIX}DATA_DIR"], os.environ[f"{PREFIX}PUBLIC_URL"]
            os.environ.update(kept)

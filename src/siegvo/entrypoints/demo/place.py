"""Where a demo lives: a folder of its own, and settings that nothing else decides."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Final

from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import PREFIX, load_settings
from siegvo.entrypoints.simulator.clients import CLIENT

MAILBOX: Final = "courrier"
"""The folder, in that of the data, where the letters are kept."""

_CREDITOR: Final = {
    "UTILITY_SEPA_CREDITOR_ID": "FR72ZZZ123456",
    "UTILITY_IBAN": "FR7620041010100000005786504",
    "UTILITY_BIC": "PSSTFRPP",
}
"""Made up: nobody is debited by a demo."""


@contextmanager
def place(*, port: int, paid_at: str = "") -> Iterator[Settings]:
    """Make a folder that ends with the demo; invoices are paid at `paid_at`, if anywhere.

    The web server's processes read their settings from the environment: for the time of
    the demo it holds those of the demo, and no others.
    """
    with TemporaryDirectory(prefix="siegvo-demo-") as folder:
        written = _written(folder, port=port, paid_at=paid_at)
        kept = {name: value for name, value in os.environ.items() if name.startswith(PREFIX)}
        for name in kept:
            del os.environ[name]
        os.environ.update(written)
        try:
            yield load_settings()
        finally:
            for name in written:
                del os.environ[name]
            os.environ.update(kept)


def _written(folder: str, *, port: int, paid_at: str) -> Mapping[str, str]:
    written = {"DATA_DIR": folder, "PUBLIC_URL": f"http://localhost:{port}", **_CREDITOR}
    if paid_at:
        written |= {"PAYFIP_URL": paid_at, "PAYFIP_CLIENT": CLIENT}
    return {f"{PREFIX}{name}": text for name, text in written.items()}

"""What a test needs of the machine: skipped with a word at home, a failure where promised."""

import os
from typing import NoReturn

import pytest


def missing(need: str, *, word: str) -> NoReturn:
    """Skip the test; under CI, or where SIEGVO_REQUIRE names the need, fail it."""
    promised = os.environ.get("SIEGVO_REQUIRE", "").split(",")
    if os.environ.get("CI") == "true" or need in promised:
        pytest.fail(word, pytrace=False)
    pytest.skip(word)

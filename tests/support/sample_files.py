"""The sample exchange files, and what a household would read on its invoice."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from tests.support.later_files import LATER_KEY

SAMPLES: Final = Path(__file__).parents[1] / "samples"


def key_of(number: str) -> str:
    """Return the security key printed beside that contract number."""
    return _keys().get(number, LATER_KEY)


@cache
def _keys() -> Mapping[str, str]:
    with (SAMPLES / "contrats.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return {row["numero_contrat"]: row["cle_securite"] for row in rows}

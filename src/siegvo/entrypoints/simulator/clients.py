"""Whom the simulator knows."""

from collections.abc import Mapping
from typing import Final

CLIENT: Final = "090909"
CLIENTS: Final[Mapping[str, tuple[str, ...]]] = {
    CLIENT: ("SYNDICAT DES EAUX", "EAU POTABLE", "SIMULATION"),
}

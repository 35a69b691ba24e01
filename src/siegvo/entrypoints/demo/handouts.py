"""What the demo syndicate publishes: its rules, and two forms to print."""

from collections.abc import Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from siegvo.adapters.papers.compiling import Fact, typeset
from siegvo.adapters.papers.shared_facts import day_facts, utility_facts
from siegvo.entrypoints.siegvo_utility import SIEGVO

_SOURCES: Final = Path(__file__).parent / "documents"
_SET_ON: Final = date(2026, 1, 5)
_HANDOUTS: Final = {
    "reglement-eau-potable": ("Règlement de distribution d’eau potable", "reglement.typ"),
    "demande-abonnement": ("Demande de souscription d’un abonnement", "souscription.typ"),
    "demande-resiliation": ("Demande de résiliation", "resiliation.typ"),
}


class DemoDocument(NamedTuple):
    slug: str
    title: str
    pdf: bytes


def demo_documents() -> tuple[DemoDocument, ...]:
    """Set them, the same each time; none where typst is not installed."""
    if not find_spec("typst"):
        return ()
    return tuple(
        DemoDocument(slug=slug, title=title, pdf=_set(source, title=title))
        for slug, (title, source) in _HANDOUTS.items()
    )


def _set(source: str, *, title: str) -> bytes:
    facts: Mapping[str, Fact] = {
        "title": title,
        "made": day_facts(_SET_ON),
        "utility": utility_facts(SIEGVO),
    }
    return typeset(_SOURCES / source, facts)

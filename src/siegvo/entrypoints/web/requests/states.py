"""How far a request has come: a word, a drawing and a colour, always the three."""

from collections.abc import Mapping
from typing import Final

import attrs
from markupsafe import Markup

from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.web.icons import ICONS


@attrs.frozen
class StateMark:
    """`style` is the modifier of the class `state`, if any."""

    label: str
    icon: Markup
    style: str = ""

    @property
    def is_warm(self) -> bool:
        """Say whether the subscriber is waited for."""
        return self.style == "warm"


AWAITS_STAFF: Final = StateMark("En attente du service", ICONS["clock"], "water")

STATES: Final[Mapping[RequestState, StateMark]] = {
    RequestState.REGISTERED: StateMark("Enregistrée", ICONS["clock"]),
    RequestState.EXPORTED: StateMark("Transmise", ICONS["arrow"], "water"),
    RequestState.IN_PROGRESS: StateMark("En traitement", ICONS["clock"], "water"),
    RequestState.AWAITING_SUBSCRIBER: StateMark(
        "En attente de votre réponse", ICONS["answer"], "warm"
    ),
    RequestState.DONE: StateMark("Terminée", ICONS["check"], "done"),
    RequestState.REFUSED: StateMark("Refusée", ICONS["cross"]),
    RequestState.CANCELLED: StateMark("Annulée", ICONS["cross"]),
}

_FOR_STAFF: Final = frozenset({RequestKind.LINK, RequestKind.LINK_DISPUTE})


def mark_of(kind: RequestKind, state: RequestState) -> StateMark:
    """Return the mark of a state; a link that is only registered waits for staff to agree."""
    is_new = state is RequestState.REGISTERED
    return AWAITS_STAFF if is_new and kind in _FOR_STAFF else STATES[state]

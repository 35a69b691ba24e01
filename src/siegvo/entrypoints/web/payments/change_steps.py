"""How far a change of payment has come, and what follows."""

from collections.abc import Iterator
from typing import Final

import attrs
from markupsafe import Markup

from siegvo.adapters.french.payment_words import PAYMENT_MODES
from siegvo.adapters.french.values import say
from siegvo.application.change_view import ChangeView
from siegvo.domain.payments.change import ChangeStep
from siegvo.entrypoints.web.icons import ICONS

_ROAD: Final = (ChangeStep.ASKED, ChangeStep.CONFIRMED, ChangeStep.READY, ChangeStep.EXPORTED)
_NOT_WAITED_FOR: Final = 2
"""Steps that a revocation skips: nobody confirms it, and it does not wait."""


@attrs.frozen(kw_only=True)
class StepRow:
    """A line: what it is, a word more, and whether it is over, to come, or where one stands.

    `style`: `past`, or `warm` where the subscriber is waited for.
    """

    label: str
    note: str
    icon: Markup
    style: str
    is_current: bool


def step_rows(change: ChangeView) -> tuple[StepRow, ...]:
    """Write out the way of a change: what is over, what it waits for, what follows."""
    if change.step not in _ROAD:
        return ()
    over = _ROAD.index(change.step) + 1
    if change.is_revocation:
        over -= _NOT_WAITED_FOR
    lines = _revoked(change) if change.is_revocation else _asked(change)
    is_waited_for = change.step is ChangeStep.ASKED
    return tuple(
        StepRow(
            label=label,
            note=note,
            icon=ICONS[_icon(rank, over)],
            style=_style(rank, over, is_waited_for=is_waited_for),
            is_current=rank == over,
        )
        for rank, (label, note) in enumerate(lines)
    )


def _icon(rank: int, over: int) -> str:
    if rank < over:
        return "check"
    return "clock" if rank == over else "dot"


def _style(rank: int, over: int, *, is_waited_for: bool) -> str:
    if rank < over:
        return "past"
    return "warm" if rank == over and is_waited_for else ""


def _asked(change: ChangeView) -> Iterator[tuple[str, str]]:
    """Yield what was asked, then what leads out of each step in turn."""
    yield "Demandé", say(change.asked_at)
    confirmed = change.due_at is not None
    yield (
        "Confirmé" if confirmed else "À confirmer par le lien du courriel",
        "" if confirmed else f"avant le {say(change.confirm_by)}",
    )
    waits = f"jusqu’au {say(change.due_at)}" if change.due_at else "après votre confirmation"
    staff = ", et le service le vérifie" if change.is_with_staff else ""
    yield "Délai pour l’annuler", f"{waits}{staff}"
    yield "Transmis au service de facturation", ""
    follows = change.debits_follow_from
    yield (
        f"En place\u00a0: règlement {PAYMENT_MODES[change.after]}",
        f"pour les échéances à partir du {say(follows)}" if follows else "",
    )


def _revoked(change: ChangeView) -> Iterator[tuple[str, str]]:
    yield "Mandat révoqué", say(change.asked_at)
    yield "À transmettre au service de facturation", ""
    yield "En place\u00a0: règlement à réception de la facture", ""

"""The list of requests, ready to print."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

import attrs

from siegvo.adapters.french.values import PARIS, say
from siegvo.application.readers.requests import RequestLine
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.web.requests.states import AWAITS_STAFF, STATES, StateMark

_TITLES: Final[Mapping[RequestKind, str]] = {
    RequestKind.READING: "Relevé de compteur",
    RequestKind.LINK: "Rattachement d’un contrat",
    RequestKind.LINK_DISPUTE: "Contestation d’un compte lié",
}
_FOR_STAFF: Final = frozenset({RequestKind.LINK, RequestKind.LINK_DISPUTE})
_FEW: Final = 4


@attrs.frozen(kw_only=True)
class RequestRow:
    """`title`: `Relevé de compteur`; `note`: `D-2026-000123, du 23/11/2026, contrat 100214873`.

    Empty when there is nothing to say: `moved`, `le 25/11/2026`, the day of the state; and
    `reason`, why the service refused.
    """

    title: str
    note: str
    state: StateMark
    moved: str
    reason: str


@attrs.frozen(kw_only=True)
class ReadingDoor:
    """One way to the reading form.  `note`: the address, when there are several contracts."""

    href: str
    note: str


@attrs.frozen(kw_only=True)
class RequestsPage:
    """`rows`: the newest first.  `doors` is empty without a running contract."""

    rows: tuple[RequestRow, ...]
    doors: tuple[ReadingDoor, ...]


def requests_page(
    requests: Iterable[RequestLine], *, contracts: Sequence[HeldContract]
) -> RequestsPage:
    """Write out the requests of an account, and what it may ask for its `contracts`."""
    running = [contract for contract in contracts if not contract.ended_on]
    return RequestsPage(rows=tuple(_row(request) for request in requests), doors=_doors(running))


def _row(request: RequestLine) -> RequestRow:
    contract = f", contrat {request.contract}" if request.contract else ""
    has_moved = request.state is not RequestState.REGISTERED
    return RequestRow(
        title=_TITLES[request.kind],
        note=f"{request.reference}, du {_day(request.asked_at)}{contract}",
        state=_state(request),
        moved=f"le\u00a0{_day(request.moved_at)}" if has_moved else "",
        reason=request.reason or "",
    )


def _state(request: RequestLine) -> StateMark:
    is_new = request.state is RequestState.REGISTERED
    return AWAITS_STAFF if is_new and request.kind in _FOR_STAFF else STATES[request.state]


def _day(at: datetime) -> str:
    return say(at.astimezone(PARIS).date())


def _doors(running: Sequence[HeldContract]) -> tuple[ReadingDoor, ...]:
    if len(running) == 1:
        return (ReadingDoor(href=_form(running[0]), note="Les chiffres noirs du compteur"),)
    if len(running) > _FEW:
        note = "Choisissez d’abord le contrat sur le tableau de bord"
        return (ReadingDoor(href="/tableau-de-bord", note=note),)
    return tuple(
        ReadingDoor(href=_form(each), note=f"{each.supply.street}, {each.supply.town}")
        for each in running
    )


def _form(contract: HeldContract) -> str:
    return f"/contrats/{contract.number}/releve"

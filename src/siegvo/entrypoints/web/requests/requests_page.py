"""The list of requests, ready to print."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

import attrs
from markupsafe import Markup

from siegvo.adapters.french.values import PARIS, file_size, say
from siegvo.application.readers.requests import RequestLine
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.documents.document import Document
from siegvo.domain.requests.request import RequestState
from siegvo.entrypoints.web.requests.doors import Door, doors
from siegvo.entrypoints.web.requests.kinds import icon_of, title_of
from siegvo.entrypoints.web.requests.states import StateMark, mark_of

_MOST_ATTESTATIONS: Final = 4
"""Whoever has more finds the others on the dashboard of each contract."""


@attrs.frozen(kw_only=True)
class RequestRow:
    """`title`: `Relevé de compteur`; `about`: `du 23/11/2026, contrat 100214873`.

    Empty when there is nothing to say: `moved`, `le 25/11/2026`, the day of the state; and
    `reason`, why the service refused.
    """

    title: str
    reference: str
    about: str
    href: str
    icon: Markup
    state: StateMark
    moved: str
    reason: str


@attrs.frozen(kw_only=True)
class DocumentRow:
    """`note`: `PDF, 120 Ko, version du 04/01/2026`."""

    title: str
    note: str
    href: str


@attrs.frozen(kw_only=True)
class RequestsPage:
    """`rows`: what waits for the subscriber, then the newest; `attestations`: proofs of address."""

    rows: tuple[RequestRow, ...]
    doors: tuple[Door, ...]
    documents: tuple[DocumentRow, ...]
    attestations: tuple[DocumentRow, ...]


def requests_page(
    requests: Iterable[RequestLine],
    *,
    contracts: Sequence[HeldContract],
    documents: Iterable[Document] = (),
) -> RequestsPage:
    """Write out the requests of an account, what it may ask, and what it may download."""
    return RequestsPage(
        rows=tuple(request_rows(requests)),
        doors=tuple(doors(contracts)),
        documents=tuple(_document(each) for each in documents),
        attestations=tuple(_attestation(each) for each in contracts[:_MOST_ATTESTATIONS]),
    )


def request_rows(requests: Iterable[RequestLine]) -> list[RequestRow]:
    """Write out `requests`, which come the newest first."""
    ordered = sorted(requests, key=lambda each: each.state is not RequestState.AWAITING_SUBSCRIBER)
    return [_row(request) for request in ordered]


def _row(request: RequestLine) -> RequestRow:
    contract = f", contrat {request.contract}" if request.contract else ""
    has_moved = request.state is not RequestState.REGISTERED
    return RequestRow(
        title=title_of(request.kind, subject=request.subject),
        reference=str(request.reference),
        about=f"du {_day(request.asked_at)}{contract}",
        href=f"/demarches/{request.reference}",
        icon=icon_of(request.kind),
        state=mark_of(request.kind, request.state),
        moved=f"le\u00a0{_day(request.moved_at)}" if has_moved else "",
        reason=request.reason or "",
    )


def _document(document: Document) -> DocumentRow:
    edition = document.current
    size, day = file_size(edition.size), _day(edition.published_at)
    return DocumentRow(
        title=str(document.title),
        note=f"PDF, {size}, version du {day}",
        href=f"/documents/{document.slug}",
    )


def _attestation(contract: HeldContract) -> DocumentRow:
    return DocumentRow(
        title="Justificatif de domicile",
        note=f"Attestation d’abonnement, PDF, contrat {contract.number}",
        href=f"/contrats/{contract.number}/attestation.pdf",
    )


def _day(at: datetime) -> str:
    return say(at.astimezone(PARIS).date())

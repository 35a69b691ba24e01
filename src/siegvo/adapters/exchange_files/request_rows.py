"""Requests that leave for the billing system, one to a row, whatever they ask."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import singledispatch
from typing import Final
from zoneinfo import ZoneInfo

from siegvo.adapters.exchange_files.words import PAYMENT_MODES
from siegvo.application.readers.requests import LeavingRequest
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.requests.cap_claim import CapClaim, CapWay
from siegvo.domain.requests.content import (
    Leak,
    LeakPlace,
    Occupancy,
    OtherMatter,
    RequestContent,
    Subscription,
    Termination,
    kind_of,
)
from siegvo.domain.requests.kind import RequestKind

COLUMNS: Final = (
    "reference",
    "demande_le",
    "nature",
    "numero_contrat",
    "email",
    "objet",
    "message",
    "documents",
    "date",
    "adresse",
    "code_postal",
    "commune",
    "nom",
    "second_nom",
    "naissance",
    "telephone",
    "qualite",
    "numero_compteur",
    "index",
    "ancien_occupant",
    "nouvel_occupant",
    "adresse_facturation",
    "code_postal_facturation",
    "commune_facturation",
    "mode_reglement",
    "e_facture",
    "lieu_fuite",
    "coule_encore",
    "plafonnement",
)
_KINDS: Final = {
    RequestKind.SUBSCRIPTION: "abonnement",
    RequestKind.TERMINATION: "resiliation",
    RequestKind.LEAK: "fuite",
    RequestKind.OTHER: "autre",
}
_MODES: Final = {mode: word for word, mode in PAYMENT_MODES.items()}
_OCCUPANCIES: Final = {Occupancy.OWNER: "proprietaire", Occupancy.TENANT: "locataire"}
_LEAKS: Final = {
    LeakPlace.STREET: "rue",
    LeakPlace.METER: "compteur",
    LeakPlace.AFTER_METER: "apres_compteur",
    LeakPlace.UNKNOWN: "inconnu",
}

_WAYS: Final = {CapWay.CERTIFICATE: "attestation", CapWay.METER_TEST: "verification_compteur"}


def request_rows(requests: Iterable[LeavingRequest]) -> Iterator[tuple[str, ...]]:
    """Yield the header, then a row for each request; what it does not ask stays empty."""
    yield COLUMNS
    for request in requests:
        cells = {**_common(request), **_cells(request.content)}
        yield tuple(cells.get(column, "") for column in COLUMNS)


def _common(request: LeavingRequest) -> Mapping[str, str]:
    return {
        "reference": str(request.reference),
        "demande_le": request.asked_at.astimezone(ZoneInfo("Europe/Paris")).date().isoformat(),
        "nature": _KINDS[kind_of(request.content)],
        "numero_contrat": str(request.contract or ""),
        "email": str(request.email or ""),
        "message": request.message or "",
        "documents": str(request.attachments),
    }


@singledispatch
def _cells(content: RequestContent) -> Mapping[str, str]:
    raise TypeError(content)


@_cells.register
def _subscription(content: Subscription) -> Mapping[str, str]:
    first, *others = content.names
    return {
        "date": content.move_in_on.isoformat(),
        **_address(content.supply),
        "nom": first,
        "second_nom": "".join(others),
        "naissance": _day(content.born_on),
        "telephone": str(content.telephone),
        "qualite": _OCCUPANCIES[content.occupancy],
        "numero_compteur": content.meter or "",
        "index": _figure(content.index_m3),
        "ancien_occupant": content.previous_occupant or "",
        **_address(content.billing, suffix="_facturation"),
        "mode_reglement": _MODES[content.payment_mode],
        "e_facture": _yes_or_no(content.e_invoice),
    }


@_cells.register
def _termination(content: Termination) -> Mapping[str, str]:
    return {
        "date": content.leaving_on.isoformat(),
        "telephone": str(content.telephone),
        "index": _figure(content.index_m3),
        "nouvel_occupant": content.new_occupant or "",
        **_address(content.forwarding, suffix="_facturation"),
    }


@_cells.register
def _leak(content: Leak) -> Mapping[str, str]:
    return {
        "date": content.since.isoformat(),
        **_address(content.address),
        "telephone": str(content.telephone or ""),
        "lieu_fuite": _LEAKS[content.where],
        "coule_encore": _yes_or_no(content.is_flowing),
    }


@_cells.register
def _cap_claim(content: CapClaim) -> Mapping[str, str]:
    return {
        "date": _day(content.repaired_on),
        "telephone": str(content.telephone or ""),
        "lieu_fuite": content.leak_place or "",
        "plafonnement": _WAYS[content.way],
    }


@_cells.register
def _other(content: OtherMatter) -> Mapping[str, str]:
    return {"objet": content.subject}


def _address(address: PostalAddress | None, *, suffix: str = "") -> Mapping[str, str]:
    if address is None:
        return {}
    return {
        f"adresse{suffix}": address.street,
        f"code_postal{suffix}": address.postcode,
        f"commune{suffix}": address.town,
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _figure(figure: int | None) -> str:
    return "" if figure is None else str(figure)


def _yes_or_no(answer: bool) -> str:  # noqa: FBT001 (it is what is written)
    return "oui" if answer else "non"

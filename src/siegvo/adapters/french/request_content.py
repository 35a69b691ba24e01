"""What a request asks, line by line, as pages and commands show it back."""

from collections.abc import Iterator
from functools import singledispatch

from siegvo.adapters.french.payment_words import MODES_ALONE
from siegvo.adapters.french.request_words import LEAK_PLACES, OCCUPANCIES
from siegvo.adapters.french.values import cubic_metres, say
from siegvo.domain.requests.cap_claim import CapClaim, CapWay
from siegvo.domain.requests.content import (
    Leak,
    OtherMatter,
    RequestContent,
    Subscription,
    Termination,
)

Line = tuple[str, str]

_WAYS = {
    CapWay.CERTIFICATE: "plafonner la facture, attestation jointe",
    CapWay.METER_TEST: "vérifier le compteur",
}


def content_lines(content: RequestContent) -> tuple[Line, ...]:
    """Return a label and an answer for each question that was answered."""
    return tuple(_lines(content))


@singledispatch
def _lines(content: RequestContent) -> Iterator[Line]:
    raise TypeError(content)


@_lines.register
def _subscription(content: Subscription) -> Iterator[Line]:
    yield "Adresse à desservir", say(content.supply)
    yield "Emménagement", say(content.move_in_on)
    yield "Nom", " et ".join(content.names)
    if content.born_on:
        yield "Date de naissance", say(content.born_on)
    yield "Téléphone", say(content.telephone)
    yield "Occupant", OCCUPANCIES[content.occupancy]
    yield from _meter(content.meter, content.index_m3)
    if content.previous_occupant:
        yield "Occupant précédent", content.previous_occupant
    if content.billing:
        yield "Adresse de facturation", say(content.billing)
    yield "Règlement souhaité", MODES_ALONE[content.payment_mode]
    yield "E-facture", "Oui" if content.e_invoice else "Non"


@_lines.register
def _termination(content: Termination) -> Iterator[Line]:
    yield "Départ", say(content.leaving_on)
    yield from _meter(None, content.index_m3)
    yield "Nouvelle adresse", say(content.forwarding)
    yield "Téléphone", say(content.telephone)
    if content.new_occupant:
        yield "Nouvel occupant", content.new_occupant


@_lines.register
def _leak(content: Leak) -> Iterator[Line]:
    yield "Lieu de la fuite", LEAK_PLACES[content.where]
    if content.address:
        yield "Adresse", say(content.address)
    yield "Depuis le", say(content.since)
    yield "L’eau coule encore", "Oui" if content.is_flowing else "Non"
    if content.telephone:
        yield "Téléphone", say(content.telephone)


@_lines.register
def _cap_claim(content: CapClaim) -> Iterator[Line]:
    yield "Ce qui est demandé", _WAYS[content.way]
    if content.leak_place:
        yield "Endroit de la fuite", content.leak_place
    if content.repaired_on:
        yield "Réparée le", say(content.repaired_on)
    if content.telephone:
        yield "Téléphone", say(content.telephone)


@_lines.register
def _other(content: OtherMatter) -> Iterator[Line]:
    yield "Objet", content.subject


def _meter(serial: str | None, cubic: int | None) -> Iterator[Line]:
    if serial:
        yield "Compteur", serial
    if cubic is not None:
        yield "Index", cubic_metres(cubic)

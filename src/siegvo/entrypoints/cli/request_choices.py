"""The words by which staff choose among requests."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar

import click

from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState

Chosen = TypeVar("Chosen")

STATES: Final[Mapping[str, RequestState]] = {
    "enregistree": RequestState.REGISTERED,
    "transmise": RequestState.EXPORTED,
    "en-traitement": RequestState.IN_PROGRESS,
    "en-attente": RequestState.AWAITING_SUBSCRIBER,
    "terminee": RequestState.DONE,
    "refusee": RequestState.REFUSED,
    "annulee": RequestState.CANCELLED,
}
KINDS: Final[Mapping[str, RequestKind]] = {
    "abonnement": RequestKind.SUBSCRIPTION,
    "resiliation": RequestKind.TERMINATION,
    "fuite": RequestKind.LEAK,
    "autre": RequestKind.OTHER,
    "e-facture": RequestKind.E_INVOICE,
    "mode-de-reglement": RequestKind.PAYMENT_MODE,
    "coordonnees-bancaires": RequestKind.BANK_DETAILS,
    "releve": RequestKind.READING,
    "rattachement": RequestKind.LINK,
    "contestation": RequestKind.LINK_DISPUTE,
    "contact": RequestKind.CONTACT,
}


class OneOf(click.Choice[str]):
    """A French word that stands for one of our values."""

    def __init__(self, words: Mapping[str, Chosen]) -> None:
        super().__init__(list(words))
        self.words: Mapping[str, Any] = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        word = super().convert(value, param, ctx)
        return self.words[word]

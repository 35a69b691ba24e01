"""Asking something of the service, and following it."""

from typing import Final

from tests.look.view import Step, View, newcomer, refused, subscriber
from tests.support.asking import PAGES


def _walk(kind: str) -> tuple[View, ...]:
    """Look at each page of the questions of that kind, but the first."""
    begun = subscriber(f"/demarches/nouvelle/{kind}")
    steps = [Step("Continuer", answers) for answers in PAGES[kind][:-1]]
    return tuple(
        begun.after(*steps[:count], status=200, called=f"page-{count + 1}")
        for count in range(1, len(steps) + 1)
    )


REQUESTS: Final[tuple[View, ...]] = (
    newcomer("/demarches"),
    newcomer("/demarches/nouvelle/abonnement"),
    newcomer("/demarches/nouvelle/fuite"),
    newcomer("/demarches/nouvelle/resiliation"),
    subscriber("/demarches"),
    subscriber("/demarches/nouvelle/abonnement"),
    refused(subscriber("/demarches/nouvelle/abonnement")),
    subscriber("/demarches/nouvelle/resiliation"),
    subscriber("/demarches/nouvelle/fuite"),
    refused(subscriber("/demarches/nouvelle/fuite")),
    subscriber("/demarches/nouvelle/fuite?contrat=100200433&pour=attestation"),
    refused(subscriber("/demarches/nouvelle/fuite?contrat=100200433&pour=attestation")),
    subscriber("/demarches/nouvelle/fuite?contrat=100200433&pour=compteur"),
    subscriber("/demarches/nouvelle/autre"),
    refused(subscriber("/demarches/nouvelle/autre")),
    *_walk("abonnement"),
    *_walk("resiliation"),
    *_walk("fuite"),
    subscriber("/demarches/{reading}"),
    subscriber("/demarches/{subscription}"),
    subscriber("/demarches/{answered}"),
    refused(subscriber("/demarches/{answered}")),
    subscriber("/demarches/{answered}?fait=message"),
    subscriber("/demarches/{answered}/annulation"),
    subscriber("/demarches/{payment_change}"),
)

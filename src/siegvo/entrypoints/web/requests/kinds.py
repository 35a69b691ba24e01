"""What requests are called, and how they are drawn."""

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from siegvo.adapters.french.values import say
from siegvo.domain.requests.kind import RequestKind
from siegvo.entrypoints.web.icons import ICONS

_ICONS: Final[Mapping[RequestKind, str]] = {
    RequestKind.SUBSCRIPTION: "home",
    RequestKind.TERMINATION: "exit",
    RequestKind.LEAK: "drop",
    RequestKind.OTHER: "envelope",
    RequestKind.E_INVOICE: "envelope",
    RequestKind.PAYMENT_MODE: "bank",
    RequestKind.BANK_DETAILS: "bank",
    RequestKind.READING: "meter",
    RequestKind.LINK: "key",
    RequestKind.LINK_DISPUTE: "key",
    RequestKind.CONTACT: "envelope",
}


def icon_of(kind: RequestKind) -> Markup:
    return ICONS[_ICONS[kind]]


def title_of(kind: RequestKind, *, subject: str | None = None) -> str:
    """Return what a request is called: `Autre demande : Montant de ma facture`."""
    name = say(kind)
    title = f"{name[:1].upper()}{name[1:]}"
    return f"{title}\u00a0: {subject}" if subject else title

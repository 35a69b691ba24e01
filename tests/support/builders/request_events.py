"""Events about service requests, for tests: unremarkable until a test says otherwise."""

from typing import Final, TypedDict

from siegvo.domain.requests.events import (
    RequestAnswered,
    RequestCancelled,
    RequestClosed,
    RequestRefused,
    RequestReopened,
    RequestSent,
    RequestStarted,
)
from tests.support.builders.accounts import ALICE, NOON


class _About(TypedDict):
    reference: str
    account: str
    kind: str


_ABOUT: Final[_About] = {
    "reference": "D-2026-000001",
    "account": str(ALICE),
    "kind": "subscription",
}


def sent() -> RequestSent:
    return RequestSent(at=NOON, **_ABOUT)


def answered(*, awaits_reply: bool = True) -> RequestAnswered:
    return RequestAnswered(at=NOON, **_ABOUT, awaits_reply=awaits_reply)


def started() -> RequestStarted:
    return RequestStarted(at=NOON, **_ABOUT)


def closed() -> RequestClosed:
    return RequestClosed(at=NOON, **_ABOUT)


def refused(*, reason: str = "Hors du réseau.") -> RequestRefused:
    return RequestRefused(at=NOON, **_ABOUT, reason=reason)


def cancelled() -> RequestCancelled:
    return RequestCancelled(at=NOON, **_ABOUT)


def reopened() -> RequestReopened:
    return RequestReopened(at=NOON, **_ABOUT)

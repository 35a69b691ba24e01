"""What the rest of the portal may learn from service requests."""

import attrs

from siegvo.domain.events import Event


@attrs.frozen(kw_only=True)
class LinkAsked(Event):
    """A link waits for staff: somebody proved they hold an invoice, and that is not enough."""

    reference: str
    account: str
    contract: str


@attrs.frozen(kw_only=True)
class LinkTurnedDown(Event):
    """Staff refused a link that waited for them, or what an account said against another."""

    reference: str
    account: str
    reason: str
    is_dispute: bool


@attrs.frozen(kw_only=True)
class ContactSent(Event):
    """Somebody wrote without an account."""

    reference: str


@attrs.frozen(kw_only=True)
class ContactAnswered(Event):
    """Staff answered somebody who wrote without an account, at the moment of the event."""

    reference: str


@attrs.frozen(kw_only=True)
class RequestSent(Event):
    """An account asked something of the service; `kind` is a `RequestKind`."""

    reference: str
    account: str
    kind: str


@attrs.frozen(kw_only=True)
class RequestAnswered(Event):
    """Staff wrote; `awaits_reply` when it is the subscriber's turn."""

    reference: str
    account: str
    kind: str
    awaits_reply: bool


@attrs.frozen(kw_only=True)
class RequestStarted(Event):
    """Staff took it up."""

    reference: str
    account: str
    kind: str


@attrs.frozen(kw_only=True)
class RequestClosed(Event):
    """It is done."""

    reference: str
    account: str
    kind: str


@attrs.frozen(kw_only=True)
class RequestRefused(Event):
    """Staff refused it, and said why."""

    reference: str
    account: str
    kind: str
    reason: str


@attrs.frozen(kw_only=True)
class RequestCancelled(Event):
    """Its author took it back."""

    reference: str
    account: str
    kind: str


@attrs.frozen(kw_only=True)
class RequestReopened(Event):
    """Its author wrote again after it was closed."""

    reference: str
    account: str
    kind: str

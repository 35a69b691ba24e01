"""What the rest of the portal may learn from accounts."""

import attrs

from siegvo.domain.events import Event


@attrs.frozen(kw_only=True)
class RegistrationAsked(Event):
    """Someone wants an account: their mailbox must confirm it."""

    registration: str


@attrs.frozen(kw_only=True)
class RegistrationOfKnownAddress(Event):
    """Someone registers an address that has an account already."""

    account: str


@attrs.frozen(kw_only=True)
class AccountActivated(Event):
    account: str

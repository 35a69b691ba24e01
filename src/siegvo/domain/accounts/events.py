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


@attrs.frozen(kw_only=True)
class SignedInOnNewDevice(Event):
    """The password was given on a device that this account never used."""

    account: str
    device: str
    place: str


@attrs.frozen(kw_only=True)
class SignedInAfterFailures(Event):
    """The right password came after several wrong ones."""

    account: str
    failures: int
    device: str
    place: str


@attrs.frozen(kw_only=True)
class SessionStolen(Event):
    """A cookie was used after its value had been replaced: two people held it."""

    account: str
    device: str
    place: str


@attrs.frozen(kw_only=True)
class PasswordResetAsked(Event):
    """Someone who has lost a password asks for a link: their mailbox gets it."""

    account: str


@attrs.frozen(kw_only=True)
class PasswordResetOfUnknownAddress(Event):
    """Someone asks for a link to a mailbox that has no account: nobody is told."""


@attrs.frozen(kw_only=True)
class ActivationOfUnknownAddress(Event):
    """Someone asks for a link to a mailbox where no attempt waits: nobody is told."""


@attrs.frozen(kw_only=True)
class PasswordChanged(Event):
    """The account has another password; `by_link` when it came by the link of a letter."""

    account: str
    by_link: bool


@attrs.frozen(kw_only=True)
class AddressChangeAsked(Event):
    """An account wants to move: the new mailbox must confirm, the old one may object."""

    account: str
    change: str


@attrs.frozen(kw_only=True)
class AddressChanged(Event):
    """An account has moved; staff did it when `by_staff`, at the request of its holder."""

    account: str
    change: str
    by_staff: bool


@attrs.frozen(kw_only=True)
class AddressChangeCancelled(Event):
    """The old mailbox objected: the account is its own again, and needs another password."""

    account: str


@attrs.frozen(kw_only=True)
class AccountDeleted(Event):
    """The account is gone; its mailbox is told goodbye, and forgotten."""

    email: str

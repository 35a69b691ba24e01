"""Links in mails."""

from enum import StrEnum
from typing import Protocol

import attrs

from siegvo.domain.errors import NotFound, Refused


class Purpose(StrEnum):
    """What a link is for; one for a purpose opens nothing else."""

    ACTIVATION = "activation"
    PASSWORD_RESET = "password-reset"  # noqa: S105 (the name of a purpose)
    ADDRESS_CHANGE = "address-change"
    ADDRESS_CHANGE_CANCELLATION = "address-change-cancellation"
    PAYMENT_CONFIRMATION = "payment-confirmation"
    PAYMENT_CANCELLATION = "payment-cancellation"


@attrs.frozen
class NoSuchLink(NotFound):
    """Not a link of ours, or its end is missing."""


@attrs.frozen
class LinkExpired(Refused):
    """A link of ours, too old."""

    purpose: Purpose


@attrs.frozen
class LinkUsed(Refused):
    """A link of ours, but what it was to change has changed since."""

    purpose: Purpose


class Tokens(Protocol):
    def issue(self, purpose: Purpose, subject: str, *, state: tuple[str, ...] = ()) -> str:
        """Sign `subject` for `purpose`, from now on; the text is safe in an address.

        It is good as long as `state` is what it was: of that, only a keyed hash is in it.
        """

    def subject(self, purpose: Purpose, token: str) -> str:
        """Return what was signed.

        Raises:
            NoSuchLink: we did not sign this for this purpose.
            LinkExpired: we did, too long ago.
        """

    def check(self, purpose: Purpose, token: str, *, state: tuple[str, ...]) -> None:
        """Let pass a token issued for this very `state`.

        Raises:
            NoSuchLink: we did not sign this for this purpose.
            LinkExpired: we did, too long ago.
            LinkUsed: the state has changed since.
        """

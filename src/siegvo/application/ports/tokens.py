"""Links in mails."""

from enum import StrEnum
from typing import Protocol

import attrs

from siegvo.domain.errors import NotFound, Refused


class Purpose(StrEnum):
    """What a link is for; one for a purpose opens nothing else."""

    ACTIVATION = "activation"


@attrs.frozen
class NoSuchLink(NotFound):
    """Not a link of ours, or its end is missing."""


@attrs.frozen
class LinkExpired(Refused):
    """A link of ours, too old."""

    purpose: Purpose


class Tokens(Protocol):
    def issue(self, purpose: Purpose, subject: str) -> str:
        """Sign `subject` for `purpose`, from now on; the text is safe in an address."""

    def subject(self, purpose: Purpose, token: str) -> str:
        """Return what was signed.

        Raises:
            NoSuchLink: we did not sign this for this purpose.
            LinkExpired: we did, too long ago.
        """

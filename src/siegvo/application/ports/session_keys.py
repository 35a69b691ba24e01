"""What a browser holds to say who it is."""

from typing import Protocol

import attrs


@attrs.frozen
class SessionKey:
    """A random value for the cookie, and the fingerprint kept on our side."""

    value: str = attrs.field(repr=False)
    fingerprint: str = attrs.field(repr=False)


class SessionKeys(Protocol):
    def new(self) -> SessionKey:
        """Draw 256 random bits."""

    def renewed(self, value: str) -> SessionKey:
        """Draw as many bits for what `value` stood for; up to the first dot it stays as it is.

        What pages derive from that first part outlives the change.
        """

    def fingerprint(self, value: str) -> str:
        """Return the SHA-256, in hexadecimal, of a value a browser sent."""

"""Pictures that subscribers send."""

from typing import Protocol

import attrs

from siegvo.domain.errors import Refused


@attrs.frozen
class PhotoRefused(Refused):
    """Not a JPEG or a PNG that can be drawn again, or too large."""


class Photos(Protocol):
    def keep(self, sent: bytes) -> str:
        """Draw the picture again, keep that and nothing of what was sent; return its name.

        Raises:
            PhotoRefused: it cannot be drawn.
        """

    def discard(self, name: str) -> None:
        """Drop a picture that nothing refers to."""

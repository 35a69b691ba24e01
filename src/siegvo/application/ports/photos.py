"""Pictures that subscribers send."""

from typing import Protocol

import attrs

from siegvo.domain.errors import Refused


@attrs.frozen
class PhotoRefused(Refused):
    """Not a JPEG or a PNG that can be drawn again, or too large."""


@attrs.frozen
class PhotoTooFine(Refused):
    """It may be a good picture, of more pixels than are drawn again."""


class Photos(Protocol):
    def keep(self, sent: bytes) -> str:
        """Draw the picture again, keep that and nothing of what was sent; return its name.

        Raises:
            PhotoRefused: it cannot be drawn.
            PhotoTooFine: it has too many pixels.
        """

    def discard(self, name: str) -> None:
        """Drop a picture that nothing refers to."""

"""Which letters have not left."""

import attrs

from siegvo.application.ports.work import Look
from siegvo.application.readers.staff import UntoldEvent


@attrs.frozen
class ListMail:
    """Show staff what waits in the outbox, and what was given up."""

    look: Look

    def __call__(self, *, most: int) -> tuple[UntoldEvent, ...]:
        """Return the events still to be told, the oldest first, `most` at the most.

        Raises:
            DatabaseUnavailable: it cannot be reached.
        """
        with self.look() as readers:
            return readers.untold_events.oldest(most=most)

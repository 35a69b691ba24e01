"""How much the portal holds."""

import attrs

from siegvo.application.ports.work import Look
from siegvo.application.readers.staff import Counts


@attrs.frozen
class ShowCounts:
    """Count what the portal knows."""

    look: Look

    def __call__(self) -> Counts:
        """Return the counts of one moment.

        Raises:
            DatabaseUnavailable: it cannot be reached.
        """
        with self.look() as readers:
            return readers.statistics.counts()

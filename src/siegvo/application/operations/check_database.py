"""Whether the database answers."""

import attrs

from siegvo.application.ports.work import Look


@attrs.frozen
class CheckDatabase:
    """Ask the database something cheap."""

    look: Look

    def __call__(self) -> None:
        """Return if it answered.

        Raises:
            DatabaseUnavailable: it did not.
        """
        with self.look() as readers:
            readers.visitors.behind("")

"""Letters that were given up get another chance."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin


@attrs.frozen
class RetryMail:
    """Once the mail server is mended, staff ask for what it refused to be sent again."""

    begin: Begin
    clock: Clock

    def __call__(self) -> int:
        """Make every event that was given up due now; return how many.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        with self.begin() as work:
            return work.outbox.try_again(at=self.clock.now())

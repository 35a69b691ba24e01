"""Many sign-ins fail at once: somebody goes through the accounts, one guess for each."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Look
from siegvo.application.throttle import failed_sign_ins
from siegvo.domain.policy import SIGN_INS_EVERYWHERE


@attrs.frozen
class WatchSignIns:
    """Tell who runs the portal; nobody is kept out for what others try elsewhere."""

    look: Look
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(self) -> int:
        """Return how many failed in the last minutes if they are too many, nothing otherwise.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        many, within = SIGN_INS_EVERYWHERE
        with self.look() as readers:
            key = failed_sign_ins(self.keyed_hash)
            failed = readers.attempts.tally(key, since=self.clock.now() - within).times
        return failed if failed >= many else 0

"""What need not be kept is not kept."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin
from siegvo.application.throttle import failed_links
from siegvo.domain.policy import (
    ADDRESS_CHANGE_KEPT,
    ATTEMPT_KEPT,
    DEVICE_KEPT,
    LINKS_EVERYWHERE_KEPT,
    MAIL_KEPT,
    REGISTRATION_KEPT,
    SUBMISSION_KEPT,
)


@attrs.frozen
class ForgetOld:
    """Drop what is older than `domain/policy.py` allows; from time to time is often enough."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(self) -> int:
        """Forget registrations nobody confirmed, dead sessions, old attempts, forms and letters.

        Return how many things were dropped.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        now = self.clock.now()
        with self.begin() as work:
            return (
                work.registrations.forget_older_than(now - REGISTRATION_KEPT)
                + work.address_changes.forget_older_than(now - ADDRESS_CHANGE_KEPT)
                + work.sessions.forget_dead(now)
                + work.devices.forget_unseen_since(now - DEVICE_KEPT)
                + work.attempts.forget_older_than(now - LINKS_EVERYWHERE_KEPT)
                + work.attempts.forget_older_than(
                    now - ATTEMPT_KEPT, but=failed_links(self.keyed_hash)
                )
                + work.submissions.forget_older_than(now - SUBMISSION_KEPT)
                + work.outbox.forget_told_before(now - MAIL_KEPT)
            )

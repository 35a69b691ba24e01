"""Attempts are counted under several keys at once; one of them may say: not so fast."""

from datetime import datetime

import attrs

from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.repositories.attempts import Attempts
from siegvo.domain.kernel.throttle import Brakes, TooManyAttempts


def failed_links(keyed_hash: KeyedHash) -> str:
    """Return the one key that every failed link is counted under, whoever made it."""
    return keyed_hash.of("attempt", "link anywhere")


def failed_sign_ins(keyed_hash: KeyedHash) -> str:
    """Return the one key that every failed sign-in is counted under, whoever is named."""
    return keyed_hash.of("attempt", "sign in anywhere")


@attrs.frozen(kw_only=True)
class Counter:
    """A keyed hash to count under, and what slows it down.

    `is_wiped` when a success proves that the failures were the owner's own.
    """

    key: str
    brakes: Brakes
    is_wiped: bool = False


@attrs.frozen
class Throttle:
    """The counters one attempt adds to.

    It is checked before the slow part, which it spares, and held where the outcome is kept:
    guesses sent all at once pass the check together, and are let in one by one.
    """

    counters: tuple[Counter, ...]

    def check(self, attempts: Attempts, *, now: datetime) -> None:
        """Let pass what is not too often.

        Raises:
            TooManyAttempts: one of the counters is too high for now.
        """
        reopenings = [
            brake.opens_again(attempts.tally(counter.key, since=now - brake.within))
            for counter in self.counters
            for brake in counter.brakes
        ]
        until = max((moment for moment in reopenings if moment is not None), default=now)
        if until > now:
            raise TooManyAttempts(until)

    def hold(self, attempts: Attempts, *, now: datetime) -> None:
        """Check once more, while nobody else tries the same until the work ends.

        Raises:
            TooManyAttempts: one of the counters is too high for now.
        """
        attempts.hold(tuple(counter.key for counter in self.counters if counter.brakes))
        self.check(attempts, now=now)

    def count(self, attempts: Attempts, *, at: datetime) -> None:
        """Add one attempt to each counter."""
        attempts.add(tuple(counter.key for counter in self.counters), at=at)

    def wipe(self, attempts: Attempts) -> None:
        """Forget the failures of whoever has just succeeded."""
        attempts.forget(tuple(counter.key for counter in self.counters if counter.is_wiped))

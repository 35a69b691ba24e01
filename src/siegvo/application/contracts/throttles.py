"""What a refused link is counted under, and what becomes of a link when the counts are high.

An account or a place that tried too often is refused, right key or not.  A contract that was
tried too often never refuses its owner: links to it wait for staff, as do all links when
wrong keys rain down everywhere.
"""

from datetime import datetime

import attrs

from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.repositories.attempts import Attempts
from siegvo.application.throttle import Counter, Throttle, failed_links
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts import brakes
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.rain import is_unusual
from siegvo.domain.kernel.place import place_of
from siegvo.domain.policy import LINKS_USUAL_DAYS


@attrs.frozen(kw_only=True)
class LinkThrottle:
    """The counters of one attempt; no success wipes any of them.

    A failure counts against the contract only if it is one too many of its account, so that
    few accounts cannot do much to a contract that is not theirs.
    """

    account: Counter
    place: Counter | None
    contract: Counter
    everywhere: Counter

    def check(self, attempts: Attempts, *, now: datetime) -> None:
        """Let pass what is not too often.

        Raises:
            TooManyAttempts: of this account, or from this place.
        """
        Throttle(self._own).check(attempts, now=now)

    def hold(self, attempts: Attempts, *, now: datetime) -> None:
        """Check once more, while nobody else tries from this account or place.

        Raises:
            TooManyAttempts: of this account, or from this place.
        """
        Throttle(self._own).hold(attempts, now=now)

    def count(self, attempts: Attempts, *, at: datetime) -> None:
        """Add one failure."""
        Throttle((*self._own, self.everywhere)).count(attempts, at=at)
        if _is_high(self.account, attempts, at):
            Throttle((self.contract,)).count(attempts, at=at)

    def is_suspicious(self, attempts: Attempts, *, now: datetime) -> bool:
        """Say whether wrong keys are being tried on this contract, or everywhere."""
        return any(
            _is_high(each, attempts, now) for each in (self.contract, self.everywhere)
        ) or self._is_unusual(attempts, now)

    def _is_unusual(self, attempts: Attempts, now: datetime) -> bool:
        today, *before = attempts.by_day(self.everywhere.key, until=now, days=1 + LINKS_USUAL_DAYS)
        return is_unusual(today, before=tuple(before))

    @property
    def _own(self) -> tuple[Counter, ...]:
        return (self.account, self.place) if self.place else (self.account,)


def of_link(
    keyed_hash: KeyedHash, account: AccountId, number: ContractNumber, *, origin: str
) -> LinkThrottle:
    """Return what a failed link is counted under."""

    def key(*parts: str) -> str:
        return keyed_hash.of("attempt", *parts)

    place = key("link from", place_of(origin)) if origin else None
    return LinkThrottle(
        account=Counter(key=key("link by", str(account)), brakes=brakes.LINKS_OF_ACCOUNT),
        place=Counter(key=place, brakes=brakes.LINKS_FROM_PLACE) if place else None,
        contract=Counter(key=key("link to", number.digits), brakes=brakes.LINKS_OF_CONTRACT),
        everywhere=Counter(key=failed_links(keyed_hash), brakes=brakes.LINKS_EVERYWHERE),
    )


def of_check(keyed_hash: KeyedHash, *, origin: str) -> Throttle:
    """Return what the code of a paper, right or wrong, is counted under."""
    if not origin:
        return Throttle(())
    key = keyed_hash.of("attempt", "attestation from", place_of(origin))
    return Throttle((Counter(key=key, brakes=brakes.ATTESTATION_CHECKS_FROM_PLACE),))


def _is_high(counter: Counter, attempts: Attempts, now: datetime) -> bool:
    reopenings = (
        brake.opens_again(attempts.tally(counter.key, since=now - brake.within))
        for brake in counter.brakes
    )
    return any(moment is not None and moment > now for moment in reopenings)

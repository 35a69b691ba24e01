"""Ten days of guessing at the keys of a whole syndicate, in a few seconds.

In earnest: 25 000 contracts, keys of 20 bits, 400 addresses that guess as often as one address
may, twenty times an hour.  That is 1 920 000 guesses, and two keys found on the average.  Here
one guess stands for sixteen: there are 16 times fewer of them, against keys of 16 bits, so that
as many are found.  The counters are those of the portal, with its own figures; they see 16 times
fewer failures than they would, and are as late to notice.
"""

from collections import defaultdict
from datetime import datetime, timedelta
from random import Random
from typing import Final
from uuid import UUID

import attrs
import pytest

from siegvo.application.contracts.throttles import LinkThrottle, of_link
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.doubt import doubt_about
from siegvo.domain.kernel.throttle import Tally, TooManyAttempts
from siegvo.domain.policy import KEY_ENOUGH_BITS
from tests.support.builders.accounts import NOON

CONTRACTS: Final = 25_000
ADDRESSES: Final = 400
DAYS: Final = 10
GUESSES_OF_AN_ADDRESS: Final = 20 * 24 // 16
GUESSES_OF_AN_ACCOUNT: Final = 5
KEYS: Final = 2 ** (20 - 4)
SUBSCRIBERS_A_DAY: Final = 40
DAY: Final = timedelta(days=1)


class PlainKeys:
    def of(self, purpose: str, *parts: str) -> str:
        return " ".join((purpose, *parts))

    def is_current(self, stored: str) -> bool:
        return bool(stored)

    def matches(self, stored: str, purpose: str, *parts: str) -> bool:
        return stored == self.of(purpose, *parts)


@attrs.define
class QuickAttempts:
    """Attempts that come in order, counted from the latest: all that a throttle asks for."""

    kept: dict[str, list[datetime]] = attrs.Factory(lambda: defaultdict(list))

    def tally(self, key: str, *, since: datetime) -> Tally:
        moments = self._since(key, since)
        first, last = (moments[0], moments[-1]) if moments else (None, None)
        return Tally(times=len(moments), first=first, last=last)

    def by_day(self, key: str, *, until: datetime, days: int) -> tuple[int, ...]:
        ages = [(until - each) // DAY for each in self._since(key, until - days * DAY)]
        return tuple(ages.count(rank) for rank in range(days))

    def hold(self, keys: tuple[str, ...]) -> None:
        raise AssertionError(keys)

    def add(self, keys: tuple[str, ...], *, at: datetime) -> None:
        for key in keys:
            self.kept[key].append(at)

    def forget(self, keys: tuple[str, ...]) -> None:
        raise AssertionError(keys)

    def forget_older_than(self, moment: datetime, *, but: str = "") -> int:
        raise AssertionError(moment, but)

    def _since(self, key: str, moment: datetime) -> list[datetime]:
        moments = self.kept.get(key, [])
        rank = len(moments)
        while rank and moments[rank - 1] > moment:
            rank -= 1
        return moments[rank:]


@attrs.define
class Outcome:
    """What became of those who guessed right, and of those who knew.

    Keys pass for stronger than they are, so that only the rain itself gives it away: `opened`
    links were made at once.  So would those have been that were `opened_unwatched`, had nobody
    watched the rain, and `opened_as_short`, had the keys passed for what they are besides.
    """

    guessed: int = 0
    found: int = 0
    opened: int = 0
    opened_unwatched: int = 0
    opened_as_short: int = 0
    linked: int = 0
    waited: int = 0
    refused: int = 0


@attrs.define
class Siege:
    """The guesses of ten days, and the subscribers who link meanwhile."""

    attempts: QuickAttempts = attrs.Factory(QuickAttempts)
    outcome: Outcome = attrs.Factory(Outcome)
    chance: Random = attrs.Factory(lambda: Random(20261123))  # noqa: S311 (repeatable)
    _accounts: int = 0

    def lasts(self) -> Outcome:
        keys = [self.chance.randrange(KEYS) for _ in range(CONTRACTS)]
        for day in range(DAYS):
            self._dawns(NOON + day * DAY, keys)
        return self.outcome

    def _dawns(self, dawn: datetime, keys: list[int]) -> None:
        step = DAY / GUESSES_OF_AN_ADDRESS
        account = {}
        for turn in range(GUESSES_OF_AN_ADDRESS):
            now = dawn + turn * step
            for address in range(ADDRESSES):
                if turn % GUESSES_OF_AN_ACCOUNT == 0:
                    account[address] = self._another()
                self._guesses(
                    account[address], f"203.0.{address // 250}.{address % 250}", keys, now
                )
            for rank in range(turn, SUBSCRIBERS_A_DAY, GUESSES_OF_AN_ADDRESS):
                self._links(self._another(), f"2001:db8:{rank:x}::1", now)

    def _guesses(self, account: AccountId, address: str, keys: list[int], now: datetime) -> None:
        contract, key = self.chance.randrange(CONTRACTS), self.chance.randrange(KEYS)
        throttle = _throttle(account, contract, address)
        throttle.check(self.attempts, now=now)
        self.outcome.guessed += 1
        if key != keys[contract]:
            throttle.count(self.attempts, at=now)
            return
        self.outcome.found += 1
        self.outcome.opened += self._opens(throttle, now)
        self.outcome.opened_unwatched += _opens(bits=KEY_ENOUGH_BITS, is_suspicious=False)
        self.outcome.opened_as_short += _opens(bits=20, is_suspicious=False)

    def _links(self, account: AccountId, address: str, now: datetime) -> None:
        throttle = _throttle(account, self.chance.randrange(CONTRACTS), address)
        try:
            throttle.check(self.attempts, now=now)
        except TooManyAttempts:
            self.outcome.refused += 1
        else:
            is_linked = self._opens(throttle, now)
            self.outcome.linked += is_linked
            self.outcome.waited += not is_linked

    def _opens(self, throttle: LinkThrottle, now: datetime) -> bool:
        is_suspicious = throttle.is_suspicious(self.attempts, now=now)
        return _opens(bits=KEY_ENOUGH_BITS, is_suspicious=is_suspicious)

    def _another(self) -> AccountId:
        self._accounts += 1
        return AccountId(UUID(int=self._accounts))


def _throttle(account: AccountId, contract: int, address: str) -> LinkThrottle:
    number = ContractNumber(f"{100_000_000 + contract}")
    return of_link(PlainKeys(), account, number, origin=address)


def _opens(*, bits: int, is_suspicious: bool) -> bool:
    doubt = doubt_about(contracts=1, accounts=0, key_bits=bits, is_suspicious=is_suspicious)
    return doubt is None


@pytest.fixture(scope="module")
def siege() -> Outcome:
    return Siege().lasts()


class TestARainOfGuesses:
    def test_opens_no_contract(self, siege: Outcome) -> None:
        assert siege.guessed == 120_000
        assert siege.found > 0, "somebody guessed right, and staff are asked"
        assert siege.opened == 0

    def test_would_open_some_if_nobody_watched(self, siege: Outcome) -> None:
        assert siege.opened_unwatched == siege.found

    def test_opens_none_even_then_when_keys_are_known_to_be_short(self, siege: Outcome) -> None:
        assert siege.opened_as_short == 0

    def test_delays_subscribers_and_refuses_none(self, siege: Outcome) -> None:
        assert siege.refused == 0
        assert siege.waited > 0
        assert siege.linked + siege.waited == DAYS * SUBSCRIBERS_A_DAY

from datetime import UTC, datetime, timedelta

import pytest

from siegvo.domain.accounts.brakes import SIGN_INS_OF_ACCOUNT
from siegvo.domain.kernel.throttle import Brakes, Limit, Pause, Tally

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def a_tally(times: int, *, first: datetime = NOON, last: datetime = NOON) -> Tally:
    if not times:
        return Tally(times=0, first=None, last=None)
    return Tally(times=times, first=first, last=last)


class TestALimit:
    @pytest.mark.parametrize("times", [0, 4])
    def test_lets_pass_what_is_below_it(self, times: int) -> None:
        assert Limit(5, HOUR).opens_again(a_tally(times)) is None

    @pytest.mark.parametrize("times", [5, 6])
    def test_opens_again_once_the_oldest_attempt_is_old_enough(self, times: int) -> None:
        tally = a_tally(times, first=NOON, last=NOON + MINUTE)

        assert Limit(5, HOUR).opens_again(tally) == NOON + HOUR


class TestAPause:
    pause = Pause(after=5, shortest=MINUTE, longest=HOUR, within=DAY)

    @pytest.mark.parametrize("times", [0, 4])
    def test_does_not_begin_too_early(self, times: int) -> None:
        assert self.pause.opens_again(a_tally(times)) is None

    @pytest.mark.parametrize(
        ("times", "minutes"), [(5, 1), (6, 2), (7, 4), (10, 32), (11, 60), (12, 60), (5000, 60)]
    )
    def test_doubles_at_each_attempt_up_to_the_longest(self, times: int, minutes: int) -> None:
        tally = a_tally(times, first=NOON - HOUR, last=NOON)

        assert self.pause.opens_again(tally) == NOON + minutes * MINUTE


class TestTheBrakesOfAnAccount:
    """CNIL deliberation 2022-100: more than a minute after five failures, 25 in a day."""

    def test_make_a_guesser_wait_for_more_than_a_minute_after_five(self) -> None:
        fourth, fifth = guesses(SIGN_INS_OF_ACCOUNT, within=DAY)[3:5]
        sixth = guesses(SIGN_INS_OF_ACCOUNT, within=DAY)[5]

        assert fifth - fourth < MINUTE
        assert sixth - fifth > MINUTE

    @pytest.mark.parametrize("days", [1, 2, 7])
    def test_give_a_guesser_twenty_five_guesses_a_day(self, days: int) -> None:
        made = guesses(SIGN_INS_OF_ACCOUNT, within=days * DAY)

        busiest = max(sum(1 for each in made if start <= each < start + DAY) for start in made)
        assert busiest == 25


def guesses(brakes: Brakes, *, within: timedelta) -> list[datetime]:
    """Guess as soon as one may, from noon on, by steps of a second."""
    made: list[datetime] = []
    now = NOON
    while now < NOON + within:
        waits = [brake.opens_again(_tally_of(made, since=now - brake.within)) for brake in brakes]
        until = max((wait for wait in waits if wait), default=now)
        if until <= now:
            made.append(now)
            until = now + timedelta(seconds=1)
        now = until
    return made


def _tally_of(made: list[datetime], *, since: datetime) -> Tally:
    recent = [each for each in made if each > since]
    return Tally(times=len(recent), first=min(recent, default=None), last=max(recent, default=None))

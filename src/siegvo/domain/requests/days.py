"""The days people may give, seen from today."""

from datetime import date, timedelta

import attrs

from siegvo.domain import policy
from siegvo.domain.errors import Refused


@attrs.frozen(kw_only=True)
class DayTooFarAhead(Refused):
    """Later than the service plans; at the latest, `latest`."""

    day: date
    latest: date


@attrs.frozen(kw_only=True)
class DayTooLongAgo(Refused):
    """Earlier than can be put right like this; at the earliest, `earliest`."""

    day: date
    earliest: date


@attrs.frozen(kw_only=True)
class DayNotPassedYet(Refused):
    """Something that has happened cannot have happened after `today`."""

    day: date
    today: date


@attrs.frozen(kw_only=True)
class BirthdayUnlikely(Refused):
    """Nobody born that day subscribes: too young, or too old by far."""

    day: date


def check_move(day: date, *, today: date) -> None:
    """Let pass the day somebody moves in or out.

    Raises:
        DayTooFarAhead, DayTooLongAgo: it is too far from `today`.
    """
    latest, earliest = today + policy.MOVE_AHEAD, today - policy.MOVE_BACK
    if day > latest:
        raise DayTooFarAhead(day=day, latest=latest)
    if day < earliest:
        raise DayTooLongAgo(day=day, earliest=earliest)


def check_past(day: date, *, today: date, within: timedelta) -> None:
    """Let pass a day that is over, or today, no longer ago than `within`.

    Raises:
        DayNotPassedYet, DayTooLongAgo: it is not.
    """
    if day > today:
        raise DayNotPassedYet(day=day, today=today)
    if day < today - within:
        raise DayTooLongAgo(day=day, earliest=today - within)


def check_birthday(day: date, *, today: date) -> None:
    """Let pass the birthday of somebody of an age to subscribe.

    Raises:
        BirthdayUnlikely: they would be too young, or too old by far.
    """
    had_it = (today.month, today.day) >= (day.month, day.day)
    age = today.year - day.year - (not had_it)
    if not policy.YOUNGEST <= age <= policy.OLDEST:
        raise BirthdayUnlikely(day=day)

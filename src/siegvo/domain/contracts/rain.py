"""When do wrong keys rain down?  When there are many more than on a usual day."""

from siegvo.domain import policy


def is_unusual(today: int, *, before: tuple[int, ...]) -> bool:
    """Say whether so many failed links `today` are more than what the days before lead to expect.

    A week in which most days saw none tells nothing of what is usual, in a new portal least of
    all: a fixed number (`LINKS_EVERYWHERE`) watches alone then.
    """
    usual = sorted(before)[len(before) // 2]
    return (
        usual > 0
        and today >= policy.LINKS_UNUSUAL[0]
        and today > policy.LINKS_UNUSUAL_TIMES * usual
    )

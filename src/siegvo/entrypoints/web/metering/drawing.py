"""From figures to the coordinates of a bar chart."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from math import ceil
from typing import Final

import attrs

from siegvo.adapters.french.values import number
from siegvo.entrypoints.web.metering.chart import Bar, Chart, Mean, Tick

MOST_BARS: Final = 8
"""No more are shown side by side, however short their figures."""

_HEIGHT: Final = 330
_TOP: Final = 34
_GROUND: Final = 274
_RIGHT: Final = 99.5
_LEAST_MARGIN: Final = 10.0
_CHARACTER: Final = 3.4
_WIDEST: Final = 12.0
_FULL: Final = 0.72
_LEAST_BREADTH: Final = 0.15
"""A week among years is drawn wider than it was, so that it is seen."""
_MOST_TICKS: Final = 3
_SAME_LINE: Final = 20
_ROOM_FOR: Final = {1: 8, 2: 8, 3: 7, 4: 5, 5: 5}
"""How many bars a telephone shows side by side, by the length of their figures."""
_ROOM_FOR_LONGEST: Final = 3


@attrs.frozen(kw_only=True)
class Column:
    """What a bar stands for.

    `cuts` are the shares of it, from 0 to 1, at which a meter took over from another.
    `breadth`, over 0 and up to 1, tells how long it lasted beside the longest one.
    """

    value: int
    month: str
    year: int
    is_hatched: bool
    cuts: tuple[float, ...] = ()
    breadth: float = 1.0


def bars_that_fit(values: Sequence[int], *, write: Callable[[int], str] = number) -> int:
    """Say how many of the last `values` can be drawn without their figures touching."""
    latest = values[-MOST_BARS:]
    longest = max(len(write(value)) for value in latest)
    return min(len(latest), _ROOM_FOR.get(longest, _ROOM_FOR_LONGEST))


def draw_chart(
    columns: Sequence[Column],
    *,
    title: str,
    mean: int | None,
    mean_legend: str,
    changes: tuple[str, ...],
    write: Callable[[int], str] = number,
) -> Chart:
    """Draw `columns`, oldest first, and the line of their mean if there is one.

    `write` gives a value its figure.
    """
    step, top = _scale(max(column.value for column in columns))
    margin = max(_LEAST_MARGIN, _CHARACTER * len(write(top)))
    line = (
        None
        if mean is None
        else _mean(_height(mean, top=top), label=write(mean), legend=mean_legend)
    )
    return Chart(
        title=title,
        ticks=tuple(
            _tick(_height(value, top=top), label=write(value), mean=line)
            for value in range(0, top + 1, step)
        ),
        bars=tuple(
            _bar(columns, rank, top=top, margin=margin, write=write) for rank in range(len(columns))
        ),
        mean=line,
        changes=changes,
        has_read=not all(column.is_hatched for column in columns),
        has_estimated=any(column.is_hatched for column in columns),
        first_x=_percent(margin),
        height=_HEIGHT,
        label_y=_GROUND + 20,
        year_y=_GROUND + 38,
    )


def _scale(highest: int) -> tuple[int, int]:
    """Choose round figures for the lines: every 20 up to 60, when the highest is 57."""
    step = next(each for each in _round_figures() if highest <= _MOST_TICKS * each)
    return step, step * max(1, ceil(highest / step))


def _round_figures() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 25, 50, 100, 200, 250..."""
    yield from (1, 2, 5)
    for power in count(1):
        yield from (digits * 10 ** (power - 1) for digits in (10, 20, 25, 50))


def _height(value: int, *, top: int) -> int:
    return _GROUND - round(value * (_GROUND - _TOP) / top)


def _mean(y: int, *, label: str, legend: str) -> Mean:
    return Mean(y=y, label=label, label_y=y + 5, legend=legend)


def _tick(y: int, *, label: str, mean: Mean | None) -> Tick:
    label_y = y - 5
    is_crowded = mean is not None and abs(label_y - mean.label_y) < _SAME_LINE
    return Tick(y=y, label="" if is_crowded else label, label_y=label_y)


def _bar(
    columns: Sequence[Column],
    rank: int,
    *,
    top: int,
    margin: float,
    write: Callable[[int], str],
) -> Bar:
    column = columns[rank]
    slot = (_RIGHT - margin) / len(columns)
    width = min(slot * _FULL, _WIDEST) * max(column.breadth, _LEAST_BREADTH)
    middle = margin + slot * (rank + 0.5)
    y = _height(column.value, top=top)
    return Bar(
        x=_percent(middle - width / 2),
        end=_percent(middle + width / 2),
        middle=_percent(middle),
        width=_percent(width),
        y=y,
        height=_GROUND - y,
        cuts=tuple(_GROUND - round(share * (_GROUND - y)) for share in column.cuts),
        value=write(column.value),
        value_y=y - 8,
        label=column.month,
        year="" if rank and columns[rank - 1].year == column.year else str(column.year),
        is_hatched=column.is_hatched,
    )


def _percent(share: float) -> str:
    return f"{share:.1f}%"

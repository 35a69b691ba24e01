"""From figures to the coordinates of a bar chart."""

from collections.abc import Sequence
from itertools import count
from math import ceil
from typing import Final

import attrs

from siegvo.adapters.french.values import number
from siegvo.entrypoints.web.metering.chart import Bar, Chart, Mean, Tick

_HEIGHT: Final = 330
_TOP: Final = 34
_GROUND: Final = 274
_RIGHT: Final = 99.5
_LEAST_MARGIN: Final = 10.0
_CHARACTER: Final = 3.4
_WIDEST: Final = 12.0
_FULL: Final = 0.72
_MOST_TICKS: Final = 3
_SAME_LINE: Final = 20
_ROOM_FOR: Final = {1: 8, 2: 8, 3: 7, 4: 5, 5: 5}
"""How many bars a telephone shows side by side, by the length of their figures."""
_ROOM_FOR_LONGEST: Final = 3


@attrs.frozen(kw_only=True)
class Column:
    """What a bar stands for.

    `cuts` are the shares of it, between 0 and 1, at which a meter took over from another.
    """

    value: int
    month: str
    year: int
    is_hatched: bool
    cuts: tuple[float, ...] = ()


def bars_that_fit(values: Sequence[int]) -> int:
    """Say how many of the last `values` can be drawn without their figures touching."""
    longest = max(len(number(value)) for value in values)
    return min(len(values), _ROOM_FOR.get(longest, _ROOM_FOR_LONGEST))


def draw_chart(
    columns: Sequence[Column],
    *,
    title: str,
    mean: int | None,
    mean_legend: str,
    changes: tuple[str, ...],
) -> Chart:
    """Draw `columns`, oldest first, and the line of their mean if there is one."""
    step, top = _scale(max(column.value for column in columns))
    margin = max(_LEAST_MARGIN, _CHARACTER * len(number(top)))
    line = None if mean is None else _mean(mean, y=_height(mean, top=top), legend=mean_legend)
    return Chart(
        title=title,
        ticks=tuple(
            _tick(value, y=_height(value, top=top), mean=line) for value in range(0, top + 1, step)
        ),
        bars=tuple(_bar(columns, rank, top=top, margin=margin) for rank in range(len(columns))),
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
    steps = (digit * 10**power for power in count() for digit in (1, 2, 5))
    step = next(each for each in steps if highest <= _MOST_TICKS * each)
    return step, step * max(1, ceil(highest / step))


def _height(value: int, *, top: int) -> int:
    return _GROUND - round(value * (_GROUND - _TOP) / top)


def _mean(value: int, *, y: int, legend: str) -> Mean:
    return Mean(y=y, label=number(value), label_y=y + 5, legend=legend)


def _tick(value: int, *, y: int, mean: Mean | None) -> Tick:
    label_y = y - 5
    is_crowded = mean is not None and abs(label_y - mean.label_y) < _SAME_LINE
    return Tick(y=y, label="" if is_crowded else number(value), label_y=label_y)


def _bar(columns: Sequence[Column], rank: int, *, top: int, margin: float) -> Bar:
    column = columns[rank]
    slot = (_RIGHT - margin) / len(columns)
    width = min(slot * _FULL, _WIDEST)
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
        value=number(column.value),
        value_y=y - 8,
        label=column.month,
        year="" if rank and columns[rank - 1].year == column.year else str(column.year),
        is_hatched=column.is_hatched,
    )


def _percent(share: float) -> str:
    return f"{share:.1f}%"

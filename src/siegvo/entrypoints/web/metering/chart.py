"""A bar chart, every coordinate ready to print: x in %, y and heights in px."""

import attrs


@attrs.frozen(kw_only=True)
class Bar:
    """`x`, `end`, `middle`, `width`: `11.0%`.  `value`: `55`.  `year`: `2026`, or empty.

    `cuts` are the heights at which a meter took over from another.
    """

    x: str
    end: str
    middle: str
    width: str
    y: int
    height: int
    cuts: tuple[int, ...]
    value: str
    value_y: int
    label: str
    year: str
    is_hatched: bool


@attrs.frozen(kw_only=True)
class Tick:
    """A line across: its height, and its figure (`40`, or empty where it would not fit)."""

    y: int
    label: str
    label_y: int


@attrs.frozen(kw_only=True)
class Mean:
    """The dotted line.  `label`: `48`; `legend`: `Moyenne : 48 m³ par période`."""

    y: int
    label: str
    label_y: int
    legend: str


@attrs.frozen(kw_only=True)
class Chart:
    """`title`: `Consommation par période, en m³`.  `changes`: `Compteur changé le 18/03/2025`."""

    title: str
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    mean: Mean | None
    changes: tuple[str, ...]
    has_read: bool
    has_estimated: bool
    first_x: str
    height: int
    label_y: int
    year_y: int

"""The chart of the latest periods, in the measure that was asked for or lets them be compared."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import attrs

from siegvo.adapters.french.values import cubic_metres, number, say
from siegvo.domain.metering.consumption import Period
from siegvo.entrypoints.web.metering.chart import Chart
from siegvo.entrypoints.web.metering.consumption_query import View
from siegvo.entrypoints.web.metering.drawing import MOST_BARS, Column, bars_that_fit, draw_chart
from siegvo.entrypoints.web.metering.period_rows import litres

_MONTHS: Final = (
    *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
    *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
)
_SPANS: Final = {
    1: " d’un mois",
    2: " de deux mois",
    3: " de trois mois",
    4: " de quatre mois",
    6: " de six mois",
    12: " d’un an",
}
_DAYS_A_MONTH: Final = 30.4
_ALIKE: Final = 1.5
_BIG: Final = 10_000
"""So many litres a day, or more, are told in cubic metres."""


@attrs.frozen(kw_only=True)
class PeriodChart:
    """`mean` is a sentence: `Votre moyenne est de 48 m³ par période de quatre mois`, or empty."""

    view: View
    chart: Chart
    mean: str


def period_chart(periods: Sequence[Period], *, view: View | None = None) -> PeriodChart | None:
    """Draw the latest of `periods`, oldest first; without any there is nothing to draw.

    Unless a `view` is asked for, bars are cubic metres while periods are about as long as one
    another.  When one is half as long again as another, only what was drawn a day can be
    compared.
    """
    latest = periods[-MOST_BARS:]
    if not latest:
        return None
    shown = latest[-bars_that_fit([period.cubic_metres for period in latest]) :]
    if view is View.PERIOD or (view is None and _are_alike(shown)):
        return _in_cubic_metres(shown)
    return _by_the_day(latest)


def _in_cubic_metres(shown: Sequence[Period]) -> PeriodChart:
    mean = _rounded(sum(period.cubic_metres for period in shown), len(shown))
    is_told = bool(mean) and len(shown) > 1 and _are_alike(shown)
    return PeriodChart(
        view=View.PERIOD,
        chart=draw_chart(
            [_column(period, period.cubic_metres) for period in shown],
            title="Consommation par période, en m³",
            mean=mean if is_told else None,
            mean_legend=f"Moyenne\u00a0: {cubic_metres(mean)} par période",
            changes=_changes(shown),
        ),
        mean=_mean_of_periods(shown, mean=mean) if mean and len(shown) > 1 else "",
    )


def _mean_of_periods(shown: Sequence[Period], *, mean: int) -> str:
    if not _are_alike(shown):
        return (
            "Vos périodes n’ont pas toutes la même durée\u00a0: pour les comparer,"
            " affichez les litres par jour."
        )
    return f"Votre moyenne est de {cubic_metres(mean)} par période{_span(shown)}."


def _by_the_day(latest: Sequence[Period]) -> PeriodChart:
    """Draw litres a day: as high as a day's water, as wide as the period was long."""
    values = [period.litres_a_day for period in latest]
    is_big = max(values) >= _BIG
    write = _in_thousands if is_big else number
    shown = latest[-bars_that_fit(values, write=write) :]
    longest = max(period.days for period in shown)
    drawn = 1000 * sum(period.cubic_metres for period in shown)
    mean = _rounded(drawn, sum(period.days for period in shown))
    told = f"{_in_thousands(mean)}\u00a0m³" if is_big else litres(mean)
    is_told = bool(mean) and len(shown) > 1
    return PeriodChart(
        view=View.DAY,
        chart=draw_chart(
            [
                _column(period, period.litres_a_day, breadth=period.days / longest)
                for period in shown
            ],
            title=f"Consommation par jour, en {'m³' if is_big else 'litres'}",
            mean=mean if is_told else None,
            mean_legend=f"Moyenne\u00a0: {told} par jour",
            changes=_changes(shown),
            write=write,
        ),
        mean=f"{_lengths(shown)}Votre moyenne est de {told} par jour." if is_told else "",
    )


def _lengths(shown: Sequence[Period]) -> str:
    if _are_alike(shown):
        return ""
    return (
        "Vos périodes n’ont pas toutes la même durée\u00a0: le graphique montre donc"
        " les litres par jour, et plus une barre est large, plus la période est longue. "
    )


def _column(period: Period, value: int, *, breadth: float = 1.0) -> Column:
    return Column(
        value=value,
        month=_MONTHS[period.last.month - 1],
        year=period.last.year,
        is_hatched=not period.closing.source.is_actual,
        cuts=_cuts(period),
        breadth=breadth,
    )


def _cuts(period: Period) -> tuple[float, ...]:
    """Say where in the bar each meter took over: at its foot if the former counted nothing."""
    if not period.changed_on:
        return ()
    volumes = list(accumulate(segment.cubic_metres for segment in period.segments))
    return tuple(volume / (volumes[-1] or 1) for volume in volumes[:-1]) or (0.0,)


def _changes(periods: Sequence[Period]) -> tuple[str, ...]:
    return tuple(
        f"Compteur changé le {say(period.changed_on)}" for period in periods if period.changed_on
    )


def _are_alike(periods: Sequence[Period]) -> bool:
    lengths = [period.days for period in periods]
    return max(lengths) <= _ALIKE * min(lengths)


def _span(periods: Sequence[Period]) -> str:
    """Say how long a period is, when it is a round number of months."""
    days = sum(period.days for period in periods) / len(periods)
    return _SPANS.get(round(days / _DAYS_A_MONTH), "")


def _in_thousands(volume: int) -> str:
    """Write litres as cubic metres, with one decimal if it says something: `12,4`, `20`."""
    tenths = _rounded(volume, 100)
    whole = number(tenths // 10)
    return f"{whole},{tenths % 10}" if tenths % 10 else whole


def _rounded(total: int, count: int) -> int:
    """Divide, a half rounded up."""
    return (2 * total + count) // (2 * count)

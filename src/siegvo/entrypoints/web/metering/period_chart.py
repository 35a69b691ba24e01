"""The chart of the latest periods, in the measure that lets them be compared."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

import attrs

from siegvo.adapters.french.values import cubic_metres, say
from siegvo.domain.metering.consumption import Period
from siegvo.entrypoints.web.metering.chart import Chart
from siegvo.entrypoints.web.metering.drawing import Column, bars_that_fit, draw_chart
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


@attrs.frozen(kw_only=True)
class PeriodChart:
    """`mean` is a sentence: `Votre moyenne est de 48 m³ par période de quatre mois`, or empty.

    `caption` announces the table of all periods: `Les mêmes chiffres, en tableau`.
    """

    chart: Chart
    mean: str
    caption: str


def period_chart(periods: Sequence[Period]) -> PeriodChart | None:
    """Draw the latest of `periods`, oldest first; without any there is nothing to draw.

    Bars are cubic metres while periods are about as long as one another.  When one is half
    as long again as another, only what was drawn a day can be compared.
    """
    if not periods:
        return None
    fitting = bars_that_fit([period.cubic_metres for period in periods])
    if _are_alike(periods[-fitting:]):
        return _in_cubic_metres(periods, periods[-fitting:])
    fitting = bars_that_fit([period.litres_a_day for period in periods])
    return _in_litres_a_day(periods, periods[-fitting:])


def _in_cubic_metres(periods: Sequence[Period], shown: Sequence[Period]) -> PeriodChart:
    mean = _rounded(sum(period.cubic_metres for period in shown), len(shown))
    is_alone = len(shown) == 1
    return PeriodChart(
        chart=draw_chart(
            [_column(period, period.cubic_metres) for period in shown],
            title="Consommation par période, en m³",
            mean=None if is_alone else mean,
            mean_legend=f"Moyenne\u00a0: {cubic_metres(mean)} par période",
            changes=_changes(shown),
        ),
        mean=(
            ""
            if is_alone
            else f"Votre moyenne est de {cubic_metres(mean)} par période{_span(shown)}."
        ),
        caption=_caption(periods, shown),
    )


def _in_litres_a_day(periods: Sequence[Period], shown: Sequence[Period]) -> PeriodChart:
    drawn = 1000 * sum(period.cubic_metres for period in shown)
    mean = _rounded(drawn, sum(period.days for period in shown))
    return PeriodChart(
        chart=draw_chart(
            [_column(period, period.litres_a_day) for period in shown],
            title="Consommation par jour, en litres",
            mean=mean,
            mean_legend=f"Moyenne\u00a0: {litres(mean)} par jour",
            changes=_changes(shown),
        ),
        mean=(
            "Vos périodes n’ont pas toutes la même durée\u00a0: le graphique montre donc"
            f" les litres par jour. Votre moyenne est de {litres(mean)} par jour."
        ),
        caption=_caption(periods, shown),
    )


def _column(period: Period, value: int) -> Column:
    volumes = list(accumulate(segment.cubic_metres for segment in period.segments))
    return Column(
        value=value,
        month=_MONTHS[period.last.month - 1],
        year=period.last.year,
        is_hatched=not period.closing.source.is_actual,
        cuts=tuple(volume / volumes[-1] for volume in volumes[:-1]) if volumes[-1] else (),
    )


def _changes(periods: Sequence[Period]) -> tuple[str, ...]:
    return tuple(
        f"Compteur changé le {say(period.changed_on)}" for period in periods if period.changed_on
    )


def _are_alike(periods: Sequence[Period]) -> bool:
    lengths = [period.days for period in periods]
    return max(lengths) <= _ALIKE * min(lengths)


def _caption(periods: Sequence[Period], shown: Sequence[Period]) -> str:
    if len(shown) == len(periods):
        return "Les mêmes chiffres, en tableau"
    return "Vos périodes, en tableau"


def _span(periods: Sequence[Period]) -> str:
    """Say how long a period is, when it is a round number of months."""
    days = sum(period.days for period in periods) / len(periods)
    return _SPANS.get(round(days / _DAYS_A_MONTH), "")


def _rounded(total: int, count: int) -> int:
    """Divide, a half rounded up."""
    return (2 * total + count) // (2 * count)

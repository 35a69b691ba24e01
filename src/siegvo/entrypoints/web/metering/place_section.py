"""What passed through one spot of the pipe, ready to print."""

from typing import Final

import attrs
from markupsafe import Markup

from siegvo.adapters.french.values import cubic_metres, number, say
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.consumption import Period, Place
from siegvo.domain.metering.last_year import BesideLastYear, beside_last_year
from siegvo.domain.metering.reading import Reading
from siegvo.entrypoints.web.metering.bars import printed_bars
from siegvo.entrypoints.web.metering.consumption_query import ConsumptionQuery, View
from siegvo.entrypoints.web.metering.origins import ORIGINS
from siegvo.entrypoints.web.metering.period_chart import PeriodChart, period_chart
from siegvo.entrypoints.web.metering.period_rows import litres, printed_rows

_MOST: Final = 72
"""Twenty-four years of three periods each, or six of twelve."""

_OTHERWISE: Final = {
    View.PERIOD: "Voir les m³ par période",
    View.DAY: "Voir les litres par jour",
}
_ROWS: Final = "Les mêmes chiffres, en tableau"


@attrs.frozen(kw_only=True)
class Latest:
    """The last period, in words.

    `days`: `Du 10/06/2026 au 10/10/2026`; `volume`: `55 m³, estimés`; `rest`: `soit
    451 litres par jour. C’est 4 % de moins que la même période un an plus tôt (57 m³).`
    """

    days: str
    volume: str
    rest: str


@attrs.frozen(kw_only=True)
class PlaceSection:
    """What passed through one spot of the pipe.

    `latest` and `drawn` are absent before there are two readings to compare; `other_view` is the
    link to the chart in the other measure, `other_href` its address.  `known`: `Dernier index : 235
    m³, estimé par le service le 10/10/2026.`, or empty.  `doubts` tell the days without a figure.
    `rows` are the periods drawn, the newest first, under `rows_title`; the rest is left to `older`,
    and what is older still, which `left_out` tells, to the file.  `has_estimates` when an index was
    estimated.
    """

    id: str
    heading: str
    latest: Latest | None
    drawn: PeriodChart | None
    bars: Markup
    known: str
    other_view: str
    other_href: str
    rows_title: str
    rows: Markup
    older_title: str
    older: Markup
    left_out: str
    doubts: tuple[str, ...]
    has_estimates: bool


def place_section(
    place: Place,
    *,
    id: str,  # noqa: A002 (HTML's word)
    is_alone: bool,
    last: Reading | None,
    query: ConsumptionQuery,
) -> PlaceSection:
    """Write out what passed through `place`, charted as the address asks.

    `last` is what its meter was last read to show.
    """
    heading = "Votre eau, période par période"
    newest_first = place.periods[: -_MOST - 1 : -1]
    drawn = period_chart(place.periods, view=query.view)
    other, at_once = (drawn.view.other, len(drawn.chart.bars)) if drawn else (View.DAY, 0)
    return PlaceSection(
        id=id,
        heading=heading if is_alone else f"{heading}, compteur {place.serials[-1]}",
        latest=_latest(place.latest, place=place) if place.latest else None,
        drawn=drawn,
        bars=printed_bars(drawn.chart, hatch=f"{id}-hatch") if drawn else Markup(),
        known=_known(place.latest.closing if place.latest else last),
        other_view=_OTHERWISE[other],
        other_href=f"{attrs.evolve(query, view=other).href()}#{id}",
        rows_title=_ROWS if is_alone else f"{_ROWS}, compteur {place.serials[-1]}",
        rows=printed_rows(newest_first[:at_once]),
        older_title=f"Périodes plus anciennes ({len(newest_first) - at_once})",
        older=printed_rows(newest_first[at_once:]),
        left_out=_left_out(len(place.periods) - len(newest_first)),
        doubts=tuple(map(_doubt, place.doubtful)),
        has_estimates=any(not period.source.is_actual for period in place.periods),
    )


def _latest(period: Period, *, place: Place) -> Latest:
    compared = beside_last_year(period, place=place)
    return Latest(
        days=f"Du {say(period.first)} au {say(period.last)}",
        volume=_volume(period),
        rest=f"soit {litres(period.litres_a_day)} par jour."
        + (_compared(compared) if compared else ""),
    )


def _known(last: Reading | None) -> str:
    if not last:
        return ""
    told = ORIGINS[last.source].told
    return f"Dernier index\u00a0: {say(last.index)}, {told} le {say(last.taken_on)}."


def _left_out(count: int) -> str:
    if count <= 0:
        return ""
    return f"{number(count)} périodes plus anciennes encore sont dans le fichier CSV."


def _volume(period: Period) -> str:
    estimated = "" if period.source.is_actual else ", estimés"
    return f"{cubic_metres(period.cubic_metres)}{estimated}"


def _compared(compared: BesideLastYear) -> str:
    percent, before = compared.percent, _volume(compared.earlier)
    if percent is None:
        return f" Un an plus tôt, à la même période\u00a0: {before}."
    by_day = "" if compared.is_as_long else " par jour"
    if not percent:
        return f" C’est autant{by_day} qu’à la même période un an plus tôt ({before})."
    direction = "plus" if percent > 0 else "moins"
    return (
        f" C’est {abs(percent)}\u00a0% de {direction}{by_day}"
        f" que la même période un an plus tôt ({before})."
    )


def _doubt(days: DayRange) -> str:
    last = f" au {say(days.last)}" if days.last else ""
    return (
        f"Du {say(days.first)}{last}, deux index se contredisent\u00a0:"
        " cette consommation n’est pas calculée."
    )

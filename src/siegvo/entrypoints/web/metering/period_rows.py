"""The table of periods, ready to print."""

import attrs
from markupsafe import Markup

from siegvo.adapters.french.values import cubic_metres, number, say
from siegvo.domain.metering.consumption import Period
from siegvo.entrypoints.web.metering.origins import ORIGINS


@attrs.frozen(kw_only=True)
class PeriodRow:
    """`days`: `10/06/2026 au 10/10/2026`; `index`, `volume`: `235 m³`; `daily`: `451 litres`.

    `detail` tells what else the volume hides, a change of meter or an estimate, or is empty.
    """

    days: str
    origin: str
    icon: Markup
    index: str
    volume: str
    detail: str
    daily: str


def period_row(period: Period) -> PeriodRow:
    origin = ORIGINS[period.source]
    return PeriodRow(
        days=f"{say(period.first)} au {say(period.last)}",
        origin=origin.label,
        icon=origin.icon,
        index=say(period.closing_index),
        volume=cubic_metres(period.cubic_metres),
        detail=_detail(period),
        daily=litres(period.litres_a_day),
    )


def litres(volume: int) -> str:
    """Write a volume: `451 litres`; zero and one are singular in French."""
    return f"{number(volume)}\u00a0{'litre' if volume <= 1 else 'litres'}"


def _detail(period: Period) -> str:
    *former, last = period.segments
    if former:
        before = cubic_metres(sum(each.cubic_metres for each in former))
        return f"dont {before} à l’ancien compteur, {cubic_metres(last.cubic_metres)} au nouveau"
    if not period.opening.source.is_actual and period.closing.source.is_actual:
        return f"à partir de l’index estimé le {say(period.first)}"
    return ""

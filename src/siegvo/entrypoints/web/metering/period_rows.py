"""The table of periods, written here: a template would take twice as long, and years add up."""

from collections.abc import Iterable

from markupsafe import Markup

from siegvo.adapters.french.values import cubic_metres, day, number
from siegvo.domain.metering.consumption import Period
from siegvo.entrypoints.web.metering.origins import ORIGINS


def printed_rows(periods: Iterable[Period]) -> Markup:
    """Write a row for each of `periods`, in their order."""
    return Markup("\n          ".join(map(_row, periods)))  # noqa: S704 (figures, and our words)


def litres(volume: int) -> str:
    """Write a volume: `451 litres`; zero and one are singular in French."""
    return f"{number(volume)}\u00a0{'litre' if volume <= 1 else 'litres'}"


def _row(period: Period) -> str:
    origin, detail = ORIGINS[period.source], _detail(period)
    more = f'<small class="quiet">{detail}</small>' if detail else ""
    return (
        '<tr><th scope="row">'
        f"{day(period.first)} au\u00a0{day(period.last)}</th>"
        '<td data-label="Origine"><span class="state">'
        f"{origin.icon}{origin.label}</span></td>"
        '<td data-label="Index" class="num">'
        f"{cubic_metres(period.closing_index.cubic_metres)}</td>"
        '<td data-label="Consommation" class="num"><span>'
        f"<strong>{cubic_metres(period.cubic_metres)}</strong>{more}</span></td>"
        '<td data-label="Par jour" class="num">'
        f"{litres(period.litres_a_day)}</td></tr>"
    )


def _detail(period: Period) -> str:
    """Tell what else the volume hides, a change of meter or an estimate, if anything."""
    *former, last = period.segments
    if former:
        before = cubic_metres(sum(each.cubic_metres for each in former))
        return f"dont {before} à l’ancien compteur, {cubic_metres(last.cubic_metres)} au nouveau"
    if not period.opening.source.is_actual and period.closing.source.is_actual:
        return f"à partir de l’index estimé le {day(period.first)}"
    return ""

"""The page of readings and consumption, ready to print."""

from collections.abc import Iterable, Sequence
from datetime import date

import attrs

from siegvo.adapters.french.values import cubic_metres, number, say
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.consumption import Consumption, Period, Place
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.entrypoints.web.chooser import Chooser, chooser
from siegvo.entrypoints.web.metering.period_chart import PeriodChart, period_chart
from siegvo.entrypoints.web.metering.period_rows import PeriodRow, litres, period_row

PATH = "/consommations"
_AT_ONCE = 12


@attrs.frozen(kw_only=True)
class Latest:
    """The last period, in words.

    `days`: `Du 10/06/2026 au 10/10/2026`; `volume`: `55 m³, estimés`; `rest`: `soit
    451 litres par jour. C’est 2 m³ de moins qu’un an plus tôt.`
    """

    days: str
    volume: str
    rest: str


@attrs.frozen(kw_only=True)
class PlaceSection:
    """What passed through one spot of the pipe.

    `latest` and `drawn` are absent before there are two readings to compare.  `rows` begin
    with the newest; what is too long for a telephone is left to `older`.  `has_estimates`
    when an index among them was estimated.
    """

    id: str
    heading: str
    latest: Latest | None
    drawn: PeriodChart | None
    rows: tuple[PeriodRow, ...]
    older_title: str
    older: tuple[PeriodRow, ...]
    has_estimates: bool


@attrs.frozen(kw_only=True)
class MeterFact:
    """`life`: `en service depuis le 18/03/2025, posé à l’index 0`."""

    serial: str
    life: str


@attrs.frozen(kw_only=True)
class SentFact:
    """A reading the books do not show yet: `247 m³ le 23/11/2026`, and the page of its request."""

    what: str
    reference: str
    href: str


@attrs.frozen(kw_only=True)
class ConsumptionPage:
    """Everything the page prints, in its order; `meters` begin with the newest.

    `meters_heading`: `Votre compteur`.  `sent` are the readings on their way.
    `reading_href` leads to the reading form, `csv_href` to the same figures as a file; empty
    when there is no such thing.
    """

    chooser: Chooser | None
    sections: tuple[PlaceSection, ...]
    meters_heading: str
    meters: tuple[MeterFact, ...]
    sent: tuple[SentFact, ...]
    reading_href: str
    csv_href: str


def consumption_page(
    consumption: Consumption,
    *,
    meters: Iterable[Meter],
    awaited: Iterable[SentReading],
    since: date,
    contract: ContractNumber,
    contracts: Sequence[HeldContract],
    reading_href: str,
    csv_href: str,
) -> ConsumptionPage:
    """Write out what was drawn under `contract`, one of the `contracts` of this account.

    `since` is the payer's own first day: what meters showed before belongs to others.
    """
    places = consumption.places
    newest_first = sorted(meters, key=lambda each: each.fitted.on, reverse=True)
    return ConsumptionPage(
        chooser=chooser(contracts, shown=contract, path=PATH),
        sections=tuple(
            _section(place, id=f"place-{rank}", is_alone=len(places) == 1)
            for rank, place in enumerate(places, start=1)
        ),
        meters_heading="Vos compteurs" if len(newest_first) > 1 else "Votre compteur",
        meters=tuple(
            MeterFact(serial=meter.serial, life=_life(meter, since=since)) for meter in newest_first
        ),
        sent=tuple(map(_sent, awaited)),
        reading_href=reading_href,
        csv_href=csv_href,
    )


def _sent(sent: SentReading) -> SentFact:
    reference = str(sent.reference)
    return SentFact(
        what=f"{say(sent.reading.index)} le {say(sent.reading.taken_on)}",
        reference=reference,
        href=f"/contrats/{sent.contract}/releve/{reference}",
    )


def _section(place: Place, *, id: str, is_alone: bool) -> PlaceSection:  # noqa: A002 (HTML's word)
    heading = "Votre eau, période par période"
    rows = tuple(period_row(period) for period in reversed(place.periods))
    return PlaceSection(
        id=id,
        heading=heading if is_alone else f"{heading}, compteur {place.serials[-1]}",
        latest=_latest(place, place.latest) if place.latest else None,
        drawn=period_chart(place.periods),
        rows=rows[:_AT_ONCE],
        older_title=f"Périodes plus anciennes ({len(rows[_AT_ONCE:])})",
        older=rows[_AT_ONCE:],
        has_estimates=any(not period.source.is_actual for period in place.periods),
    )


def _latest(place: Place, period: Period) -> Latest:
    estimated = "" if period.source.is_actual else ", estimés"
    return Latest(
        days=f"Du {say(period.first)} au {say(period.last)}",
        volume=f"{cubic_metres(period.cubic_metres)}{estimated}",
        rest=f"soit {litres(period.litres_a_day)} par jour.{_compared(place, period)}",
    )


def _compared(place: Place, period: Period) -> str:
    earlier = place.same_period_last_year(period)
    if not earlier:
        return ""
    more = period.cubic_metres - earlier.cubic_metres
    if not more:
        return " C’est autant qu’un an plus tôt."
    direction = "plus" if more > 0 else "moins"
    return f" C’est {cubic_metres(abs(more))} de {direction} qu’un an plus tôt."


def _life(meter: Meter, *, since: date) -> str:
    shown = f", posé à l’index {number(meter.fitted.index.cubic_metres)}"
    fitted = say(meter.fitted.on) + (shown if meter.fitted.on >= since else "")
    if not meter.removed:
        remote = ", relevé à distance" if meter.is_remote_read else ""
        return f"en service depuis le {fitted}{remote}"
    return (
        f"posé le {fitted}, déposé le {say(meter.removed.on)}"
        f" à l’index {number(meter.removed.index.cubic_metres)}"
    ).replace(", posé à l’index", " à l’index")

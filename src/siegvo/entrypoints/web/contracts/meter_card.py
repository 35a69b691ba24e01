"""A meter on the dashboard, ready to print."""

from collections.abc import Iterable

import attrs
from markupsafe import Markup

from siegvo.adapters.french.values import number, say
from siegvo.application.readers.contracts import AwaitedReading, MeterSheet
from siegvo.domain.metering.reading import Reading, ReadingSource
from siegvo.domain.metering.sent_reading import Review
from siegvo.entrypoints.web.metering.origins import ORIGINS
from siegvo.entrypoints.web.requests.states import STATES, StateMark

_BY = {
    ReadingSource.AGENT: "par un agent",
    ReadingSource.SUBSCRIBER: "par vous",
    ReadingSource.REMOTE: "à distance",
}


@attrs.frozen(kw_only=True)
class LastIndex:
    """What the meter last showed.

    `dials` are the digits one by one, `0 0 2 3 5`; `figure` says the same aloud, `235`.
    `read_on`: `10/10/2026`.
    """

    dials: tuple[str, ...]
    figure: str
    origin: str
    icon: Markup
    read_on: str


@attrs.frozen(kw_only=True)
class SentIndex:
    """A reading on its way.  `index`: `247 m³`; `read_on`: `23/11/2026`."""

    reference: str
    index: str
    read_on: str
    state: StateMark
    is_reviewed: bool


@attrs.frozen(kw_only=True)
class MeterCard:
    """`fitted_on`: `18/03/2025`.  `last` is absent before the payer's first reading.

    `comment` says what to know of `last`, or is empty: `Dernier relevé réel : 180 m³ le
    10/06/2026, par un agent. Votre relevé remplacera l’estimation.`
    """

    serial: str
    fitted_on: str
    last: LastIndex | None
    comment: str
    sent: tuple[SentIndex, ...]


def meter_card(meter: MeterSheet, *, awaited: Iterable[AwaitedReading]) -> MeterCard:
    """Write out `meter`, with those of the `awaited` readings that are its own."""
    return MeterCard(
        serial=meter.serial,
        fitted_on=say(meter.fitted_on),
        last=_last_index(meter.last, dial_count=meter.dials) if meter.last else None,
        comment=_comment(meter),
        sent=tuple(_sent_index(each) for each in awaited if each.serial == meter.serial),
    )


def dials(index: int, *, count: int) -> tuple[str, ...]:
    """Show `index` as `count` wheels do: 235 on five is `0 0 2 3 5`."""
    return tuple(f"{index:0{count}}")


def _last_index(last: Reading, *, dial_count: int) -> LastIndex:
    origin = ORIGINS[last.source]
    return LastIndex(
        dials=dials(last.index.cubic_metres, count=dial_count),
        figure=number(last.index.cubic_metres),
        origin=origin.label,
        icon=origin.icon,
        read_on=say(last.taken_on),
    )


def _comment(meter: MeterSheet) -> str:
    if meter.is_remote_read:
        return "Ce compteur transmet son index à distance\u00a0: vous n’avez rien à relever."
    if meter.last is None or meter.last.source.is_actual:
        return ""
    promise = "Votre relevé remplacera l’estimation."
    if not (actual := meter.last_actual):
        return promise
    index, day, by = say(actual.index), say(actual.taken_on), _BY[actual.source]
    return f"Dernier relevé réel\u00a0: {index} le {day}, {by}. {promise}"


def _sent_index(awaited: AwaitedReading) -> SentIndex:
    return SentIndex(
        reference=str(awaited.reference),
        index=say(awaited.index),
        read_on=say(awaited.taken_on),
        state=STATES[awaited.state],
        is_reviewed=awaited.review is Review.AWAITED,
    )

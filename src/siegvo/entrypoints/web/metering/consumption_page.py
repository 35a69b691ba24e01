"""The page of readings and consumption, ready to print."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import attrs

from siegvo.adapters.french.values import number, say
from siegvo.application.metering.show_consumption import ConsumptionView
from siegvo.application.readers.visitors import HeldContract
from siegvo.domain.contracts.tenure import Tenure, TenureState
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.sent_reading import SentReading
from siegvo.entrypoints.web.chooser import Chooser, chooser
from siegvo.entrypoints.web.metering.consumption_query import PATH, ConsumptionQuery, View
from siegvo.entrypoints.web.metering.home_section import HomeSection, PersonsForm, home_section
from siegvo.entrypoints.web.metering.leak_card import LeakCard, leak_cards
from siegvo.entrypoints.web.metering.place_section import PlaceSection, place_section

_SUBTITLES: Final[Mapping[View | None, str]] = {
    View.PERIOD: " par période",
    View.DAY: " par jour",
}


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

    `subtitle`: ` par jour`, when that is asked for.  `leaks` tell abnormal consumptions.
    `standing`: `Ce contrat est résilié depuis le 16/04/2026. …`, or empty; `since`: from what
    day on consumption shows, when the meter is older than the contract, or empty.
    `meters_heading`: `Votre compteur`.  `sent` are the readings on their way.
    `reading_href` leads to the reading form, `csv_href` to the same figures as a file; empty
    when there is no such thing.
    """

    subtitle: str
    chooser: Chooser | None
    leaks: tuple[LeakCard, ...]
    standing: str
    sections: tuple[PlaceSection, ...]
    since: str
    home: HomeSection | None
    meters_heading: str
    meters: tuple[MeterFact, ...]
    sent: tuple[SentFact, ...]
    reading_href: str
    csv_href: str


def consumption_page(
    view: ConsumptionView,
    *,
    query: ConsumptionQuery,
    form: PersonsForm | None,
    contracts: Sequence[HeldContract],
    today: date,
) -> ConsumptionPage:
    """Write out what was drawn under a contract, one of the `contracts` of this account."""
    places, tenure, contract = view.consumption.places, view.tenure, query.contract
    newest_first = sorted(view.meters, key=lambda each: each.fitted.on, reverse=True)
    last = {meter.serial: meter.last_reading for meter in newest_first}
    state = tenure.state_on(today)
    can_be_read = any(each.in_service and not each.is_remote_read for each in newest_first)
    may_be_read = can_be_read and state is not TenureState.ENDED
    has_periods = any(place.periods for place in places)
    return ConsumptionPage(
        subtitle=_SUBTITLES.get(query.view, ""),
        chooser=chooser(contracts, shown=contract, path=PATH),
        leaks=leak_cards(view.leaks, today=today),
        standing=_standing(tenure, state=state),
        sections=tuple(
            place_section(
                place,
                id=f"place-{rank}",
                is_alone=len(places) == 1,
                last=last.get(place.serials[-1]),
                query=query,
            )
            for rank, place in enumerate(places, start=1)
        ),
        since=_since(tenure, meters=newest_first),
        home=home_section(view.home, form=form, query=query) if has_periods else None,
        meters_heading="Vos compteurs" if len(newest_first) > 1 else "Votre compteur",
        meters=tuple(
            MeterFact(serial=meter.serial, life=_life(meter, since=tenure.days.first))
            for meter in newest_first
        ),
        sent=tuple(map(_sent, view.awaited)),
        reading_href=f"/contrats/{contract}/releve" if may_be_read else "",
        csv_href=f"{PATH}.csv?contrat={contract}" if has_periods else "",
    )


def _standing(tenure: Tenure, *, state: TenureState) -> str:
    if state is TenureState.ENDED and tenure.days.last:
        return (
            f"Ce contrat est résilié depuis le {say(tenure.days.last)}\u00a0:"
            " vos consommations sont montrées jusqu’à ce jour."
        )
    if state is TenureState.SUSPENDED:
        return (
            "Ce contrat est suspendu. Pour en connaître la raison, contactez le syndicat des eaux."
        )
    return ""


def _since(tenure: Tenure, *, meters: Sequence[Meter]) -> str:
    """Say why there is nothing older: what a meter showed before belongs to others."""
    first = tenure.days.first
    if all(meter.fitted.on >= first for meter in meters):
        return ""
    return f"Vos consommations sont montrées depuis le {say(first)}, début de votre contrat."


def _sent(sent: SentReading) -> SentFact:
    reference = str(sent.reference)
    return SentFact(
        what=f"{say(sent.reading.index)} le {say(sent.reading.taken_on)}",
        reference=reference,
        href=f"/contrats/{sent.contract}/releve/{reference}",
    )


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

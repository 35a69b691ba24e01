"""The reading form, ready to print."""

import attrs

from siegvo.adapters.french.values import cubic_metres, say
from siegvo.application.readers.contracts import ContractSheet, MeterSheet
from siegvo.domain.metering.meter_index import MeterIndex


@attrs.frozen(kw_only=True)
class ReadingPage:
    """Whose meter is read.

    `subject`: `Contrat 100214873, 12 rue des Mirabelliers, 57865 AMANVILLERS.`;
    `known`: `Dernier relevé réel : 180 m³ le 10/06/2026.`, or empty with several meters;
    `back_href` leads to the dashboard.
    """

    subject: str
    known: str
    back_href: str


def reading_page(sheet: ContractSheet) -> ReadingPage:
    number, meters = sheet.tenure.contract, meters_to_read(sheet)
    alone = meters[0] if len(meters) == 1 else None
    subject = f"Contrat {number}, {say(sheet.tenure.supply)}."
    return ReadingPage(
        subject=f"{subject} Compteur {alone.serial}." if alone else subject,
        known=known_of(alone) if alone else "",
        back_href=f"/tableau-de-bord?contrat={number}",
    )


def meters_to_read(sheet: ContractSheet) -> tuple[MeterSheet, ...]:
    """Leave out the meters that tell their index by themselves."""
    return tuple(meter for meter in sheet.meters if not meter.is_remote_read)


def meter_choices(sheet: ContractSheet) -> dict[str, str]:
    """Offer each meter by its number, and what it last showed to tell it apart."""
    return {
        meter.serial: f"{meter.serial}. {known_of(meter)}".strip()
        for meter in meters_to_read(sheet)
    }


def known_of(meter: MeterSheet) -> str:
    """Recall what a meter last showed, the estimate after the actual one."""
    sentences = []
    if meter.last_actual:
        sentences.append(("Dernier relevé réel", meter.last_actual))
    if meter.last and not meter.last.source.is_actual:
        sentences.append(("Estimation", meter.last))
    return " ".join(
        f"{title}\u00a0: {say(reading.index)} le {say(reading.taken_on)}."
        for title, reading in sentences
    )


def doubt(*, index: MeterIndex, drawn: int, days: int, usual: int | None) -> str:
    """Say why the subscriber should look again (whole m3, `drawn` in `days`)."""
    span = f"{days}\u00a0{'jour' if days <= 1 else 'jours'}"
    said = f"Avec {say(index)}, vous auriez consommé {cubic_metres(drawn)} en {span}"
    if usual is None:
        return f"{said}."
    return f"{said}\u00a0; d’habitude, c’est environ {cubic_metres(usual)}."

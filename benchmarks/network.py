"""A water network made up from a seed: the same rows for every portal that is compared.

Nothing but the standard library is needed here: Django's environment reads it, too.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import NamedTuple, TypeVar

Thing = TypeVar("Thing")

FIRST_DAY = date(2016, 10, 10)
LAST_DAY = date(2026, 10, 10)
_ROUND = timedelta(days=182)  # an agent passes twice a year

_TOWNS = (
    ("57865", "AMANVILLERS"),
    ("57130", "GRAVELOTTE"),
    ("57140", "PLESNOIS"),
    ("57120", "ROMBAS"),
    ("57175", "GANDRANGE"),
    ("57250", "MOYEUVRE-GRANDE"),
)
_STREETS = ("rue des Mirabelliers", "rue du 11-Novembre", "chemin de la Mance", "place de l’Orne")
_NAMES = ("Mangin", "Œuvrard", "Kowalski", "Schmitt", "Dal Molin", "Bernard", "L’Hôte", "N’Guyen")
_FIRST_NAMES = ("Amélie", "Gaëlle", "Wassim", "Benoît", "Zoé", "Jean-Marc")
_MAKES = ("Itron", "Sensus", "Diehl")
_CATEGORIES = ("household",) * 8 + ("business", "public_body")
_PAYMENT_MODES = ("on_invoice", "direct_debit", "monthly")
_SOURCES = ("agent",) * 7 + ("estimate",) * 2 + ("subscriber",)


class Place(NamedTuple):
    street: str
    postcode: str
    town: str


class Payer(NamedTuple):
    code: str
    name: str
    place: Place


class Tenure(NamedTuple):
    payer: Payer
    started_on: date
    ended_on: date | None
    category: str
    payment_mode: str
    e_invoice: bool
    occupant: str | None
    masked_iban: str | None


class Reading(NamedTuple):
    taken_on: date
    index_m3: int
    source: str


class Meter(NamedTuple):
    """A meter, and everything it has ever shown."""

    serial: str
    fitted_on: date
    fitted_m3: int
    removed_on: date | None
    removed_m3: int | None
    make: str
    year: int
    readings: tuple[Reading, ...]


class Supply(NamedTuple):
    """A contract: where the water goes, to whom, and through which meters.

    The last tenure is the one that runs; its payer may be that of the supply before.
    """

    number: str
    place: Place
    tenures: tuple[Tenure, ...]
    meters: tuple[Meter, ...]


def supplies(count: int, *, seed: int = 57865) -> Iterator[Supply]:
    """Make `count` contracts with ten years of history, one by one, always the same.

    One payer in eight holds three contracts, one contract in ten had another payer before,
    one in three has had its meter changed.
    """
    random = Random(seed)
    payer = _payer(0, random=random)
    for rank in range(count):
        if rank % 10 not in {1, 2}:
            payer = _payer(rank, random=random)
        yield _supply(rank, payer=payer, random=random)


def payer_code(rank: int) -> str:
    """Name the payer of the contract of this `rank`; ten in a row have eight payers."""
    return f"R{rank:07}"


def subscribers(count: int, *, among: int) -> list[str]:
    """Name `count` payers, spread over a network of that many contracts."""
    step = max(among // count, 1)
    ranks = (step * i for i in range(count))
    return [payer_code(rank - rank % 10 if rank % 10 in {1, 2} else rank) for rank in ranks]


def in_batches(things: Iterable[Thing], *, of: int) -> Iterator[list[Thing]]:
    """Hand over `things` so many at a time."""
    rest = iter(things)
    while batch := list(islice(rest, of)):
        yield batch


def _payer(rank: int, *, random: Random) -> Payer:
    name = f"{random.choice(_FIRST_NAMES)} {random.choice(_NAMES)}"
    return Payer(code=payer_code(rank), name=f"M. ou Mme {name}", place=_place(random))


def _place(random: Random) -> Place:
    postcode, town = random.choice(_TOWNS)
    return Place(f"{random.randint(1, 180)} {random.choice(_STREETS)}", postcode, town)


def _supply(rank: int, *, payer: Payer, random: Random) -> Supply:
    meters = _meters(rank, random=random)
    return Supply(
        number=str(100_000_000 + rank),
        place=payer.place if random.random() < 0.7 else _place(random),
        tenures=_tenures(rank, payer=payer, random=random),
        meters=meters,
    )


def _tenures(rank: int, *, payer: Payer, random: Random) -> tuple[Tenure, ...]:
    if rank % 10 != 5:
        return (_tenure(payer, since=FIRST_DAY, until=None, random=random),)
    moved = FIRST_DAY + timedelta(days=random.randint(700, 3000))
    former = Payer(f"F{rank:07}", "M. Paul Ancien", _place(random))
    return (
        _tenure(former, since=FIRST_DAY, until=moved - timedelta(days=1), random=random),
        _tenure(payer, since=moved, until=None, random=random),
    )


def _tenure(payer: Payer, *, since: date, until: date | None, random: Random) -> Tenure:
    mode = random.choice(_PAYMENT_MODES)
    return Tenure(
        payer=payer,
        started_on=since,
        ended_on=until,
        category=random.choice(_CATEGORIES),
        payment_mode=mode,
        e_invoice=random.random() < 0.4,
        occupant=random.choice(_NAMES) if random.random() < 0.2 else None,
        masked_iban=None if mode == "on_invoice" else f"FR76 XXXX XXXX X{random.randint(100, 999)}",
    )


def _meters(rank: int, *, random: Random) -> tuple[Meter, ...]:
    fitted_m3, daily = random.randint(0, 900), random.uniform(0.05, 0.9)
    if rank % 3:
        return (_meter(f"A{rank:08}", since=FIRST_DAY, from_m3=fitted_m3, daily=daily, by=random),)
    changed = FIRST_DAY + timedelta(days=random.randint(1000, 3300))
    return (
        _meter(
            f"A{rank:08}",
            since=FIRST_DAY,
            until=changed,
            from_m3=fitted_m3,
            daily=daily,
            by=random,
        ),
        _meter(f"B{rank:08}", since=changed, from_m3=0, daily=daily, by=random),
    )


def _meter(
    serial: str, *, since: date, until: date | None = None, from_m3: int, daily: float, by: Random
) -> Meter:
    readings: list[Reading] = []
    day, index = since + _ROUND, float(from_m3)
    while day <= (until or LAST_DAY):
        index += daily * _ROUND.days * by.uniform(0.7, 1.3)
        readings.append(Reading(day, int(index), by.choice(_SOURCES)))
        day += _ROUND
    return Meter(
        serial=serial,
        fitted_on=since,
        fitted_m3=from_m3,
        removed_on=until,
        removed_m3=int(index + 9) if until else None,
        make=by.choice(_MAKES),
        year=since.year,
        readings=tuple(readings),
    )

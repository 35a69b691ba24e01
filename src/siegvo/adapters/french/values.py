"""Values, written as the French write them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache, singledispatch
from typing import Any
from zoneinfo import ZoneInfo

from siegvo.adapters.french.payment_words import CHANGE_STEPS, PAYMENT_MODES, SUSPICIONS
from siegvo.adapters.french.request_words import ASKED, FAULTS, KINDS, STATES
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.money import Money
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.leak_notice import NoticeState
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from siegvo.domain.payments.change import ChangeStep, Suspicion
from siegvo.domain.requests.asked import Asked
from siegvo.domain.requests.attachment import AttachmentFault
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.request import RequestState
from siegvo.domain.requests.telephone import Telephone

PARIS = ZoneInfo("Europe/Paris")
_MILLION = 1_000_000
_SOURCES = {
    ReadingSource.AGENT: "relevé par un agent",
    ReadingSource.SUBSCRIBER: "transmis par l’abonné",
    ReadingSource.ESTIMATE: "estimé",
    ReadingSource.REMOTE: "télérelevé",
}
_NOTICE_STATES = {
    NoticeState.TO_POST: "à informer par courrier",
    NoticeState.TOLD: "informé par courriel",
    NoticeState.CERTIFICATE_RECEIVED: "attestation reçue",
    NoticeState.METER_TEST_ASKED: "vérification du compteur demandée",
    NoticeState.EXPIRED: "délai passé",
}


def say(value: object) -> str:
    """Write `value` for a person: 30/06/2025, 1 250 m³."""
    return _way_to_write(type(value))(value)


@singledispatch
def _written(value: object) -> str:
    return str(value)


_way_to_write: Callable[[type], Callable[[Any], str]] = cache(_written.dispatch)
"""Found again ten times sooner than `singledispatch` itself does."""


@_written.register
@lru_cache(maxsize=8192)
def day(value: date) -> str:
    """Write a day: `30/06/2025`; pages name the same ones again and again."""
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


@_written.register
def _instant(value: datetime) -> str:
    local = value.astimezone(PARIS)
    return f"{day(local.date())} à {local.hour}h{local.minute:02}"


@_written.register
def _index(value: MeterIndex) -> str:
    return cubic_metres(value.cubic_metres)


@_written.register
def _money(value: Money) -> str:
    sign, cents = "\u2212\u00a0" if value.cents < 0 else "", abs(value.cents)
    return f"{sign}{number(cents // 100)},{cents % 100:02}\u00a0€"


@_written.register
def _several(values: tuple) -> str:  # type: ignore[type-arg]  # a class is wanted
    return ", ".join(map(say, values))


@_written.register
def _source(value: ReadingSource) -> str:
    return _SOURCES[value]


@_written.register
def _state(value: RequestState) -> str:
    return STATES[value]


@_written.register
def _kind(value: RequestKind) -> str:
    return KINDS[value]


@_written.register
def _payment_mode(value: PaymentMode) -> str:
    return PAYMENT_MODES[value]


@_written.register
def _change_step(value: ChangeStep) -> str:
    return CHANGE_STEPS[value]


@_written.register
def _notice_state(value: NoticeState) -> str:
    return _NOTICE_STATES[value]


@_written.register
def _suspicion(value: Suspicion) -> str:
    return SUSPICIONS[value]


@_written.register
def _asked(value: Asked) -> str:
    return ASKED[value]


@_written.register
def _fault(value: AttachmentFault) -> str:
    return FAULTS[value]


@_written.register
def _telephone(value: Telephone) -> str:
    return telephone(value.number) if value.number.startswith("0") else value.number


@_written.register
def _address(value: PostalAddress) -> str:
    return f"{value.street}, {value.postcode} {value.town}"


def cubic_metres(volume: int) -> str:
    """Write a volume: `1 250 m³`, its blanks unbreakable."""
    return f"{number(volume)}\u00a0m³"


def file_size(count: int) -> str:
    """Write how many bytes a file has, as people say it: `84 Ko`, `1,2 Mo`."""
    if count < _MILLION:
        return f"{number(max(1, round(count / 1000)))}\u00a0Ko"
    return f"{count / _MILLION:.1f}".replace(".", ",") + "\u00a0Mo"


def number(count: int) -> str:
    """Write a whole number: `1 250`, its blank unbreakable.

    Babel writes the same; pages print hundreds of them, and this is ten times quicker.
    """
    return f"{count:,}".replace(",", "\u202f")


def telephone(digits: str) -> str:
    """Write a French telephone number by pairs: `03 87 53 40 43`, its blanks unbreakable."""
    return "\u00a0".join(digits[i : i + 2] for i in range(0, len(digits), 2))


def siren(digits: str) -> str:
    """Write the number of a legal person by threes: `200 078 814`, its blanks unbreakable."""
    return "\u00a0".join(digits[i : i + 3] for i in range(0, len(digits), 3))

"""Homes that drew too much, for tests: unremarkable until a test says otherwise."""

from datetime import date

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.metering.leak import AbnormalConsumption, Basis
from siegvo.domain.metering.leak_notice import Claim, LeakNotice
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.requests.cap_claim import CapWay
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import NOON
from tests.support.builders.contracts import CONTRACT, MARCHAL
from tests.support.builders.metering import a_meter_on
from tests.support.meters import SERIAL, a_reading, day

THREE_YEARS = (
    a_reading(0, "2023-05-10"),
    a_reading(110, "2024-05-10"),
    a_reading(230, "2025-05-10"),
    a_reading(340, "2026-05-10"),
)
"""340 m3 in 1096 days, so that 183 days make 56.77 m3: more than 113 are abnormal."""

READ_ON = "2026-11-09"


def a_leaking_meter(
    drawn: int = 260, *, number: str = CONTRACT.digits, serial: str = SERIAL, on: str = READ_ON
) -> Meter:
    """Return a meter of a home with three years of usual life, then `drawn` m3."""
    return a_meter_on(number, *THREE_YEARS, a_reading(340 + drawn, on), serial=serial)


def an_abnormal_consumption(
    cubic_metres: int = 260,
    *,
    serial: str = SERIAL,
    number: str = CONTRACT.digits,
    first: str = "2026-05-10",
    last: str = READ_ON,
    basis: Basis = Basis.OWN,
) -> AbnormalConsumption:
    return AbnormalConsumption(
        contract=ContractNumber(number),
        serial=serial,
        first=day(first),
        last=day(last),
        cubic_metres=cubic_metres,
        usual=DailyDraw(cubic_metres=340, days=1096),
        basis=basis,
    )


def a_notice(
    found: AbnormalConsumption | None = None,
    *,
    payer: str = MARCHAL.text,
    told_on: str = "2026-11-23",
    by_mail: bool = True,
    claim: Claim | None = None,
) -> LeakNotice:
    return LeakNotice(
        payer=PayerCode(payer),
        found=found or an_abnormal_consumption(),
        told_at=NOON,
        told_on=day(told_on),
        by_mail=by_mail,
        claim=claim,
    )


def a_claim(
    way: CapWay = CapWay.CERTIFICATE, *, number: int = 123, on: str = "2026-12-01"
) -> Claim:
    return Claim(way=way, reference=RequestReference(2026, number), on=date.fromisoformat(on))


def another(notice: LeakNotice, *, serial: str) -> LeakNotice:
    """Return the same notice about another meter."""
    return attrs.evolve(notice, found=attrs.evolve(notice.found, serial=serial))

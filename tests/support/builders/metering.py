"""Meters for tests, on whichever contract; `tests.support.meters` has the rest."""

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.metering.meter import Fitting, Meter
from siegvo.domain.metering.reading import Reading
from tests.support.builders.contracts import CONTRACT
from tests.support.meters import SERIAL, a_meter


def a_meter_on(
    number: str = CONTRACT.digits,
    *readings: Reading,
    serial: str = SERIAL,
    fitted: Fitting | None = None,
    removed: Fitting | None = None,
) -> Meter:
    meter = a_meter(*readings, serial=serial, fitted=fitted, removed=removed)
    return attrs.evolve(meter, contract=ContractNumber(number))

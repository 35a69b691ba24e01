"""Which meter of a contract was read."""

from collections.abc import Iterable

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import NotFound, Refused
from siegvo.domain.metering.meter import Meter


@attrs.frozen
class NoMeterInService(NotFound):
    contract: ContractNumber


@attrs.frozen
class MeterNotServing(NotFound):
    """No meter of this contract bears that serial any longer, or ever did."""

    serial: str


@attrs.frozen(kw_only=True)
class MeterNotChosen(Refused):
    """Several are in service: say which one was read."""

    contract: ContractNumber


def meter_read(meters: Iterable[Meter], *, contract: ContractNumber, serial: str | None) -> Meter:
    """Return the meter in service called `serial`, or the only one there is.

    Raises:
        NoMeterInService: the contract has none.
        MeterNotServing: it has, yet none called so.
        MeterNotChosen: it has several, and `serial` is not given.
    """
    in_service = [meter for meter in meters if meter.in_service]
    if not in_service:
        raise NoMeterInService(contract)
    if serial is None:
        if len(in_service) > 1:
            raise MeterNotChosen(contract=contract)
        return in_service[0]
    for meter in in_service:
        if meter.serial == serial:
            return meter
    raise MeterNotServing(serial)

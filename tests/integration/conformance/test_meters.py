"""What every implementation of `Meters` promises."""

import attrs

from siegvo.domain.contracts.contract_number import ContractNumber
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.meters import a_reading, an_estimate, showing
from tests.support.store import Store


def test_a_meter_comes_back_as_it_was(store: Store) -> None:
    readings = (a_reading(1100, "2025-06-10"), an_estimate(1150, "2025-10-10"))
    meter = attrs.evolve(
        a_meter_on(CONTRACT.digits, *readings),
        diameter_mm=15,
        make="Itron",
        year=2015,
        is_remote_read=True,
    )
    store.know(a_tenure(), meter)

    with store.look() as readers:
        assert readers.meters.serving(CONTRACT) == (meter,)


def test_the_oldest_meter_comes_first(store: Store) -> None:
    removed = a_meter_on(
        CONTRACT.digits,
        a_reading(900, "2014-06-10"),
        serial="Z1",
        fitted=showing(0, "2005-03-01"),
        removed=showing(950, "2015-03-01"),
    )
    standing = a_meter_on(CONTRACT.digits, a_reading(1200), serial="A2")
    store.know(a_tenure(), standing, removed)

    with store.look() as readers:
        assert readers.meters.serving(CONTRACT) == (removed, standing)


def test_a_contract_may_have_no_meter(store: Store) -> None:
    store.know(a_tenure(), a_tenure("4001"), a_meter_on("4001"))

    with store.look() as readers:
        assert readers.meters.serving(CONTRACT) == ()
        assert readers.meters.serving(ContractNumber("9999")) == ()

from datetime import date, timedelta
from itertools import pairwise

import pytest

from siegvo.entrypoints.demo.history import index_when_removed, readings_of
from siegvo.entrypoints.demo.households import karim_haddad, odile_marchal
from siegvo.entrypoints.demo.syndicate import demo_contracts

DAY = date(2026, 11, 23)
DAYS = [date(2026, 1, 1) + timedelta(days=each) for each in range(0, 730, 17)]


class TestTheSyndicate:
    def test_is_the_same_each_time(self) -> None:
        assert demo_contracts(DAY) == demo_contracts(DAY)

    def test_has_sixty_contracts_over_its_towns(self) -> None:
        contracts = demo_contracts(DAY)

        assert len({contract.number for contract in contracts}) == 60
        assert len({contract.supply.town for contract in contracts}) > 15
        assert len({contract.payer.code for contract in contracts}) < 50

    @pytest.mark.parametrize("today", DAYS)
    def test_has_meters_that_never_turn_back(self, today: date) -> None:
        for contract in demo_contracts(today):
            for meter in contract.meters:
                shown = [meter.fitted_at, *(each.index for each in readings_of(meter, today=today))]
                removed = index_when_removed(meter)
                if removed is not None:
                    shown.append(removed)
                drawn = [(later - earlier) % meter.capacity for earlier, later in pairwise(shown)]
                assert all(volume < 1000 for volume in drawn[1:]), meter.serial

    @pytest.mark.parametrize("today", DAYS)
    def test_has_no_reading_from_the_future(self, today: date) -> None:
        days = [
            reading.on
            for contract in demo_contracts(today)
            for meter in contract.meters
            for reading in readings_of(meter, today=today)
        ]

        assert max(days) < today
        assert max(days) > today - timedelta(days=160)


class TestTheHouseholds:
    def test_have_met_every_case(self) -> None:
        mine, free = odile_marchal(DAY), karim_haddad(DAY)
        meters = [meter for contract in (*mine, *free) for meter in contract.meters]

        assert len(mine) > 1
        assert any(contract.ended_on for contract in mine)
        assert any(contract.is_suspended for contract in free)
        assert any(len({m.removed_on for m in contract.meters}) == 2 for contract in mine)
        assert any([m.removed_on for m in contract.meters] == [None, None] for contract in mine)
        assert any(meter.is_remote_read for meter in meters)
        sources = {each.source for meter in meters for each in readings_of(meter, today=DAY)}
        assert sources == {"agent", "abonne", "estimation", "telereleve"}

    def test_have_seen_a_meter_pass_zero(self) -> None:
        (meter,) = karim_haddad(DAY)[0].meters
        shown = [reading.index for reading in readings_of(meter, today=DAY)]

        assert shown[0] > 9000
        assert shown[-1] < 1000

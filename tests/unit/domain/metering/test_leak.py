"""Abnormal consumption, sentence by sentence of CGCT L2224-12-4 III bis."""

from datetime import date, timedelta
from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.leak import (
    AbnormalConsumption,
    Basis,
    abnormal_consumption,
    is_abnormal,
)
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.plausibility import DailyDraw
from siegvo.domain.metering.reading import Reading, ReadingSource
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.leaks import THREE_YEARS, a_leaking_meter, an_abnormal_consumption
from tests.support.meters import (
    SERIAL,
    a_meter,
    a_reading,
    an_estimate,
    day,
    from_subscriber,
    showing,
)

USUAL = DailyDraw(cubic_metres=340, days=1095)
NEIGHBOURS = DailyDraw(cubic_metres=3600, days=10 * 3650)
VOLUMES = st.integers(min_value=1, max_value=20_000)
DAYS = st.integers(min_value=30, max_value=1500)
HABITS = st.builds(DailyDraw, cubic_metres=st.integers(0, 5000), days=st.integers(1, 1500))


def found_on(
    *meters: Meter, tenure: Tenure | None = None, comparable: DailyDraw | None = None
) -> AbnormalConsumption | None:
    serial = meters[-1].serial
    return abnormal_consumption(
        meters, serial=serial, tenure=tenure or a_tenure(), comparable=comparable
    )


class TestTheDoubleOfTheMean:
    def test_is_that_of_an_equivalent_period(self) -> None:
        assert round(float(2 * USUAL.over(183)), 2) == 113.64

    def test_is_not_exceeded_by_what_equals_it(self) -> None:
        half = DailyDraw(cubic_metres=1, days=2)

        assert not is_abnormal(200, days=200, usual=half)
        assert is_abnormal(201, days=200, usual=half)

    @given(VOLUMES, DAYS, HABITS)
    def test_is_exceeded_strictly(self, drawn: int, days: int, usual: DailyDraw) -> None:
        mean = Fraction(usual.cubic_metres * days, usual.days)

        assert is_abnormal(drawn, days=days, usual=usual) == (drawn > 2 * mean)

    @given(VOLUMES, DAYS, HABITS)
    def test_is_exceeded_by_more_if_it_is_by_less(
        self, drawn: int, days: int, usual: DailyDraw
    ) -> None:
        assume(is_abnormal(drawn, days=days, usual=usual))

        assert is_abnormal(drawn + 1, days=days, usual=usual)


class TestAnAbnormalConsumption:
    def test_says_what_was_compared_with_what(self) -> None:
        assert found_on(a_leaking_meter(260)) == AbnormalConsumption(
            contract=CONTRACT,
            serial=SERIAL,
            first=date(2026, 5, 10),
            last=date(2026, 11, 9),
            cubic_metres=260,
            usual=DailyDraw(cubic_metres=340, days=1096),
            basis=Basis.OWN,
        )

    def test_begins_above_the_double_and_not_at_it(self) -> None:
        assert found_on(a_leaking_meter(113)) is None
        assert found_on(a_leaking_meter(114)) is not None

    def test_is_that_of_a_home_alone(self) -> None:
        firm = attrs.evolve(a_tenure(), category=Category.BUSINESS)

        assert found_on(a_leaking_meter(), tenure=firm) is None

    def test_is_not_made_of_another_volume(self) -> None:
        with pytest.raises(ValueError, match="not abnormal"):
            an_abnormal_consumption(113)


class TestSinceTheLastReading:
    def test_means_the_last_that_somebody_saw(self) -> None:
        meter = a_meter(*THREE_YEARS, an_estimate(400, "2026-08-10"), a_reading(600, "2026-11-09"))

        found = found_on(meter)

        assert found is not None
        assert (found.first, found.cubic_metres) == (day("2026-05-10"), 260)

    def test_ends_with_a_reading_that_somebody_saw(self) -> None:
        meter = a_meter(*THREE_YEARS, an_estimate(900, "2026-11-09"))

        assert found_on(meter) is None

    def test_may_end_with_one_of_the_subscribers(self) -> None:
        meter = a_meter(*THREE_YEARS, from_subscriber(600, "2026-11-09"))

        assert found_on(meter) is not None

    def test_reaches_back_a_month_at_least(self) -> None:
        weekly = [a_reading(340 + 9 * week, _later("2026-05-10", 7 * week)) for week in range(1, 9)]

        found = found_on(a_meter(*THREE_YEARS, *weekly))

        assert found is not None
        assert (found.days, found.cubic_metres) == (35, 45)

    def test_says_nothing_of_less_than_a_month(self) -> None:
        meter = a_meter(a_reading(340, "2026-10-20"), a_reading(900, "2026-11-09"))
        moved_in = a_tenure(since="2026-10-20")

        assert found_on(meter, tenure=moved_in, comparable=NEIGHBOURS) is None

    def test_goes_on_through_a_new_meter(self) -> None:
        former = a_meter(*THREE_YEARS, serial="A", removed=showing(500, "2026-08-10"))
        meter = a_meter(a_reading(100, "2026-11-09"), serial="B", fitted=showing(0, "2026-08-10"))

        found = found_on(former, meter)

        assert found is not None
        assert (found.serial, found.first, found.cubic_metres) == ("B", day("2026-05-10"), 260)

    def test_goes_on_through_zero(self) -> None:
        usual = [attrs.evolve(each, index=_shifted(each, 99_600)) for each in THREE_YEARS]
        meter = a_meter(*usual, a_reading(200, "2026-11-09"), fitted=showing(99_000, "2020-01-01"))

        found = found_on(meter)

        assert found is not None
        assert found.cubic_metres == 260


class TestTheThreePrecedingYears:
    def test_are_those_before_the_last_reading(self) -> None:
        long_ago = (a_reading(0, "2019-05-10"), a_reading(4000, "2022-05-10"))
        since = [attrs.evolve(each, index=_shifted(each, 4100)) for each in THREE_YEARS]
        meter = a_meter(*long_ago, *since, a_reading(4700, "2026-11-09"))

        found = found_on(meter)

        assert found is not None
        assert found.usual == DailyDraw(cubic_metres=340, days=1096)

    def test_may_begin_some_days_earlier_as_rounds_do(self) -> None:
        first, *rest = THREE_YEARS
        earlier = attrs.evolve(first, taken_on=day("2023-04-20"))

        found = found_on(a_meter(earlier, *rest, a_reading(600, "2026-11-09")))

        assert found is not None
        assert found.usual.days == 1116

    def test_are_as_many_as_there_are(self) -> None:
        meter = a_meter(*THREE_YEARS[2:], a_reading(600, "2026-11-09"))

        found = found_on(meter, tenure=a_tenure(since="2025-05-10"))

        assert found is not None
        assert (found.basis, found.usual) == (Basis.OWN, DailyDraw(cubic_metres=110, days=365))


class TestPredecessors:
    newcomer = a_tenure(payer="R77", since="2026-05-10")

    def test_have_a_part_in_the_mean_of_who_has_no_past(self) -> None:
        found = found_on(a_leaking_meter(), tenure=self.newcomer)

        assert found is not None
        assert (found.basis, found.usual) == (
            Basis.DWELLING,
            DailyDraw(cubic_metres=340, days=1096),
        )

    def test_are_not_shown(self) -> None:
        found = found_on(a_leaking_meter(), tenure=self.newcomer)

        assert found is not None
        assert not found.may_tell_mean

    def test_have_none_in_the_mean_of_who_has_a_past_as_long(self) -> None:
        settled = a_tenure(payer="R77", since="2025-05-10")

        found = found_on(a_leaking_meter(), tenure=settled)

        assert found is not None
        assert found.basis is Basis.OWN
        assert found.may_tell_mean

    def test_do_not_lend_their_water(self) -> None:
        late = a_tenure(payer="R77", since="2026-11-09")

        assert found_on(a_leaking_meter(), tenure=late, comparable=NEIGHBOURS) is None

    def test_may_have_had_another_meter(self) -> None:
        former = a_meter(*THREE_YEARS, serial="A", removed=showing(340, "2026-05-10"))
        meter = a_meter(a_reading(260, "2026-11-09"), serial="B", fitted=showing(0, "2026-05-10"))

        found = found_on(former, meter, tenure=self.newcomer)

        assert found is not None
        assert (found.basis, found.cubic_metres) == (Basis.DWELLING, 260)


class TestAHomeWithoutAPast:
    meter = a_meter(a_reading(120, "2026-11-09"), fitted=showing(0, "2026-05-10"))
    tenure = a_tenure(since="2026-05-10")

    def test_is_compared_with_comparable_homes(self) -> None:
        found = found_on(self.meter, tenure=self.tenure, comparable=NEIGHBOURS)

        assert found is not None
        assert (found.basis, found.usual) == (Basis.COMPARABLE, NEIGHBOURS)
        assert found.may_tell_mean

    def test_is_not_judged_where_none_is_comparable(self) -> None:
        assert found_on(self.meter, tenure=self.tenure) is None

    def test_is_one_where_nobody_drew_anything(self) -> None:
        empty = (a_reading(7, "2023-05-10"), a_reading(7, "2026-05-10"))

        found = found_on(a_meter(*empty, a_reading(47, "2026-11-09")), comparable=NEIGHBOURS)

        assert found is not None
        assert found.basis is Basis.COMPARABLE


class TestTheCap:
    def test_of_water_is_the_double_of_the_mean(self) -> None:
        assert an_abnormal_consumption(260).water_cap_m3 == 113

    def test_of_sanitation_is_the_mean(self) -> None:
        assert an_abnormal_consumption(260).sanitation_cap_m3 == 56

    @given(VOLUMES, DAYS, HABITS)
    def test_leaves_nothing_owed_beyond_it(self, drawn: int, days: int, usual: DailyDraw) -> None:
        assume(is_abnormal(drawn, days=days, usual=usual))

        found = _found(drawn, days, usual)

        assert found.water_cap_m3 <= 2 * usual.over(days) < found.water_cap_m3 + 1
        assert found.sanitation_cap_m3 <= usual.over(days) < found.sanitation_cap_m3 + 1

    @given(VOLUMES, DAYS, HABITS)
    def test_never_raises_a_bill(self, drawn: int, days: int, usual: DailyDraw) -> None:
        assume(is_abnormal(drawn, days=days, usual=usual))

        found = _found(drawn, days, usual)

        assert 0 <= found.sanitation_cap_m3 <= found.water_cap_m3 <= drawn


def _found(drawn: int, days: int, usual: DailyDraw) -> AbnormalConsumption:
    first = date(2022, 1, 1)
    return AbnormalConsumption(
        contract=CONTRACT,
        serial=SERIAL,
        first=first,
        last=first + timedelta(days=days),
        cubic_metres=drawn,
        usual=usual,
        basis=Basis.OWN,
    )


def _later(day_before: str, days: int) -> str:
    return (day(day_before) + timedelta(days=days)).isoformat()


def _shifted(reading: Reading, cubic_metres: int) -> MeterIndex:
    assert reading.source is ReadingSource.AGENT
    return MeterIndex((reading.index.cubic_metres + cubic_metres) % 100_000)

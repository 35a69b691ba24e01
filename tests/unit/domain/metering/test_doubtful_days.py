from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.reckoning import reckon_consumption
from tests.support.meters import ALWAYS, a_meter, a_reading, an_estimate, day, showing


class TestDoubtfulDays:
    def test_lie_between_readings_that_contradict_one_another(self) -> None:
        meter = a_meter(
            a_reading(100, "2025-10-10"),
            a_reading(150, "2026-02-10"),
            a_reading(120, "2026-06-10"),
            a_reading(160, "2026-10-10"),
            fitted=showing(60, "2025-06-10"),
        )

        (place,) = reckon_consumption([meter], window=ALWAYS).places

        assert place.doubtful == (DayRange(day("2026-02-10"), day("2026-06-10")),)
        assert [period.cubic_metres for period in place.periods] == [40, 50, 40]

    def test_are_none_when_an_estimate_gave_way(self) -> None:
        meter = a_meter(
            a_reading(100, "2025-10-10"),
            an_estimate(150, "2026-02-10"),
            a_reading(120, "2026-06-10"),
        )

        (place,) = reckon_consumption([meter], window=ALWAYS).places

        assert place.doubtful == ()
        assert place.periods[-1].cubic_metres == 20

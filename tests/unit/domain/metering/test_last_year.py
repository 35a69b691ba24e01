import pytest

from siegvo.domain.metering.consumption import Period, Place
from siegvo.domain.metering.last_year import BesideLastYear, beside_last_year
from tests.support.meters import SERIAL, a_period


def beside(cubic_metres: int, *, earlier: int, days: int = 120) -> BesideLastYear:
    return BesideLastYear(
        period=a_period(cubic_metres, first="2026-02-10", days=days),
        earlier=a_period(earlier, first="2025-02-10"),
    )


class TestAPeriodBesideLastYear:
    @pytest.mark.parametrize(
        ("cubic_metres", "earlier", "percent"),
        [(44, 50, -12), (50, 44, 14), (50, 50, 0), (201, 200, 1), (401, 400, 0), (30, 10, 200)],
    )
    def test_tells_how_much_more_was_drawn_in_whole_percent(
        self, cubic_metres: int, earlier: int, percent: int
    ) -> None:
        assert beside(cubic_metres, earlier=earlier).percent == percent

    def test_compares_what_was_drawn_a_day_when_one_lasted_longer(self) -> None:
        compared = beside(60, earlier=50, days=144)

        assert compared.percent == 0
        assert not compared.is_as_long

    @pytest.mark.parametrize(("cubic_metres", "earlier"), [(9, 50), (50, 9), (0, 0)])
    def test_makes_no_percentage_of_a_few_cubic_metres(
        self, cubic_metres: int, earlier: int
    ) -> None:
        assert beside(cubic_metres, earlier=earlier).percent is None

    def test_begins_at_ten_cubic_metres(self) -> None:
        assert beside(10, earlier=10).percent == 0

    def test_is_found_among_the_periods_of_its_place(self) -> None:
        earlier, now = a_period(50, first="2025-02-12"), a_period(44, first="2026-02-10")

        assert beside_last_year(now, place=_place(earlier, now)) == BesideLastYear(
            period=now, earlier=earlier
        )
        assert beside_last_year(earlier, place=_place(earlier, now)) is None


def _place(*periods: Period) -> Place:
    return Place(serials=(SERIAL,), periods=periods)

from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.metering.comparable import ComparableHomes, Homes
from siegvo.domain.metering.plausibility import DailyDraw
from tests.support.builders.contracts import SOMEWHERE

HERE, THERE = ("57130", "GRAVELOTTE"), ("57120", "ROMBAS")
ELSEWHERE = PostalAddress(street="1 rue Haute", postcode="57280", town="FEVES")


def some_homes(count: int, *, cubic_metres: int = 1000, days: int = 3650) -> Homes:
    return Homes(count=count, draw=DailyDraw(cubic_metres=cubic_metres, days=days))


class TestComparableHomes:
    def test_are_those_of_the_town(self) -> None:
        homes = ComparableHomes({HERE: some_homes(10), THERE: some_homes(50, cubic_metres=9999)})

        assert homes.draw_near(SOMEWHERE) == DailyDraw(cubic_metres=1000, days=3650)

    def test_are_those_of_the_network_where_the_town_has_too_few(self) -> None:
        homes = ComparableHomes({HERE: some_homes(9), THERE: some_homes(50, days=7300)})

        assert homes.draw_near(SOMEWHERE) == DailyDraw(cubic_metres=2000, days=10_950)
        assert homes.draw_near(ELSEWHERE) == DailyDraw(cubic_metres=2000, days=10_950)

    def test_are_none_where_the_network_has_too_few(self) -> None:
        assert (
            ComparableHomes({HERE: some_homes(4), THERE: some_homes(5)}).draw_near(SOMEWHERE)
            is None
        )
        assert ComparableHomes({}).draw_near(SOMEWHERE) is None

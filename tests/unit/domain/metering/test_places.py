from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.places import share_out
from tests.support.meters import a_meter, showing

GARDEN = a_meter(serial="GARDEN", fitted=showing(0, "2016-04-01"))
OLD = a_meter(serial="OLD", fitted=showing(0, "2012-05-02"), removed=showing(3228, "2025-03-18"))


def fitted_on(day: str) -> Meter:
    return a_meter(serial="NEW", fitted=showing(0, day))


class TestAPlace:
    def test_passes_to_the_meter_fitted_the_day_the_other_was_removed(self) -> None:
        new = fitted_on("2025-03-18")

        assert share_out([new, OLD]) == ((OLD, new),)

    def test_may_stand_empty_for_a_week(self) -> None:
        new = fitted_on("2025-03-25")

        assert share_out([OLD, new]) == ((OLD, new),)

    def test_is_another_when_the_meter_came_later(self) -> None:
        new = fitted_on("2025-03-26")

        assert share_out([OLD, new]) == ((OLD,), (new,))

    def test_is_another_when_both_meters_stood_at_once(self) -> None:
        new = fitted_on("2025-03-17")

        assert share_out([OLD, new]) == ((OLD,), (new,))

    def test_is_not_confused_with_its_neighbour(self) -> None:
        new = fitted_on("2025-03-18")

        assert share_out([new, GARDEN, OLD]) == ((OLD, new), (GARDEN,))

    def test_passes_to_one_meter_only(self) -> None:
        new, further = fitted_on("2025-03-18"), a_meter(fitted=showing(0, "2025-03-19"))

        assert share_out([further, new, OLD]) == ((OLD, new), (further,))

    def test_of_two_empty_ones_the_latest_left_is_taken(self) -> None:
        earlier = a_meter(
            serial="A", fitted=showing(0, "2010-01-01"), removed=showing(9, "2025-03-15")
        )
        new = fitted_on("2025-03-18")

        assert share_out([earlier, OLD, new]) == ((earlier,), (OLD, new))

import pytest

from siegvo.entrypoints.web.metering.chart import Chart
from siegvo.entrypoints.web.metering.drawing import Column, bars_that_fit, draw_chart

NBSP = "\u202f"


def a_column(
    value: int = 40,
    *,
    year: int = 2026,
    is_hatched: bool = False,
    cuts: tuple[float, ...] = (),
    breadth: float = 1.0,
) -> Column:
    return Column(
        value=value,
        month="juin",
        year=year,
        is_hatched=is_hatched,
        cuts=cuts,
        breadth=breadth,
    )


def drawn(*columns: Column, mean: int | None = None) -> Chart:
    return draw_chart(columns, title="Un dessin", mean=mean, mean_legend="Moyenne", changes=())


class TestTheScale:
    @pytest.mark.parametrize(
        ("highest", "labels"),
        [
            (0, ["0", "1"]),
            (3, ["0", "1", "2", "3"]),
            (7, ["0", "5", "10"]),
            (57, ["0", "20", "40", "60"]),
            (60, ["0", "20", "40", "60"]),
            (61, ["0", "25", "50", "75"]),
            (1250, ["0", "500", f"1{NBSP}000", f"1{NBSP}500"]),
        ],
    )
    def test_is_round_and_reaches_the_highest_bar(self, highest: int, labels: list[str]) -> None:
        assert [tick.label for tick in drawn(a_column(highest)).ticks] == labels

    def test_keeps_silent_where_the_mean_speaks(self) -> None:
        labels = [tick.label for tick in drawn(a_column(57), mean=41).ticks]

        assert labels == ["0", "20", "", "60"]


class TestABar:
    def test_stands_on_the_ground_as_high_as_its_value(self) -> None:
        (bar,) = drawn(a_column(60)).bars

        assert (bar.y, bar.height, bar.value_y) == (34, 240, 26)

    def test_lies_flat_when_nothing_was_drawn(self) -> None:
        flat, _ = drawn(a_column(0), a_column(60)).bars

        assert (flat.y, flat.height, flat.value) == (274, 0, "0")

    def test_is_never_so_wide_as_to_look_like_a_wall(self) -> None:
        (bar,) = drawn(a_column()).bars

        assert (bar.x, bar.middle, bar.end, bar.width) == ("48.8%", "54.8%", "60.8%", "12.0%")

    def test_is_as_wide_as_its_period_was_long(self) -> None:
        half, whole = drawn(a_column(breadth=0.5), a_column()).bars

        assert (half.width, whole.width) == ("6.0%", "12.0%")
        assert half.middle == "32.4%"

    def test_is_seen_even_of_a_day_among_years(self) -> None:
        (bar,) = drawn(a_column(breadth=0.001)).bars

        assert bar.width == "1.8%"

    def test_is_cut_where_another_meter_took_over(self) -> None:
        (bar,) = drawn(a_column(60, cuts=(0.25,))).bars

        assert bar.cuts == (214,)

    def test_names_its_year_when_it_is_not_that_of_the_bar_before(self) -> None:
        bars = drawn(a_column(year=2025), a_column(year=2025), a_column(year=2026)).bars

        assert [bar.year for bar in bars] == ["2025", "", "2026"]


class TestTheLegend:
    def test_explains_only_what_is_drawn(self) -> None:
        read, estimated = drawn(a_column()), drawn(a_column(is_hatched=True))

        assert (read.has_read, read.has_estimated) == (True, False)
        assert (estimated.has_read, estimated.has_estimated) == (False, True)


class TestBarsThatFit:
    @pytest.mark.parametrize(
        ("value", "fitting"), [(9, 8), (99, 8), (999, 7), (9_999, 5), (99_999, 3), (999_999, 3)]
    )
    def test_are_fewer_when_their_figures_are_long(self, value: int, fitting: int) -> None:
        assert bars_that_fit([value] * 20) == fitting

    def test_are_no_fewer_for_figures_that_are_not_drawn(self) -> None:
        assert bars_that_fit([9_999, *[40] * 8]) == 8

    def test_are_as_many_as_their_figures_as_written_leave_room_for(self) -> None:
        assert bars_that_fit([12_345] * 9, write=lambda _: "12,3") == 5

    def test_are_no_more_than_there_are(self) -> None:
        assert bars_that_fit([40, 50]) == 2


class TestTheMargin:
    def test_widens_for_long_figures(self) -> None:
        assert drawn(a_column(57)).first_x == "10.0%"
        assert drawn(a_column(1250)).first_x == "17.0%"

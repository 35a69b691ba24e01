from siegvo.entrypoints.web.metering.bars import printed_bars
from siegvo.entrypoints.web.metering.drawing import Column, draw_chart


def printed(*columns: Column, mean: int | None = None) -> str:
    chart = draw_chart(columns, title="", mean=mean, mean_legend="", changes=())
    return printed_bars(chart, hatch="place-1-hatch")


def a_column(
    value: int, *, is_hatched: bool = False, cuts: tuple[float, ...] = (), year: int = 2026
) -> Column:
    return Column(value=value, month="juin", year=year, is_hatched=is_hatched, cuts=cuts)


class TestPrintedBars:
    def test_stand_where_the_chart_says(self) -> None:
        assert '<rect class="bar" x="48.8%" y="34" width="12.0%" height="240" rx="3"/>' in printed(
            a_column(60)
        )

    def test_are_hatched_when_estimated(self) -> None:
        shown = printed(a_column(60, is_hatched=True))

        assert 'class="bar-line"' in shown
        assert 'fill="url(#place-1-hatch)"' in shown
        assert 'class="bar"' not in shown

    def test_bear_a_diamond_where_the_meter_changed(self) -> None:
        shown = printed(a_column(60, cuts=(0.5,)), a_column(60))

        assert shown.count('class="mark"') == shown.count('class="cut"') == 1

    def test_name_their_month_and_a_year_that_begins(self) -> None:
        shown = printed(a_column(60), a_column(40))

        assert shown.count(">juin</text>") == 2
        assert shown.count(">2026</text>") == 1

    def test_keep_their_figures_above_the_line_of_the_mean(self) -> None:
        shown = printed(a_column(60), a_column(40), mean=50)

        assert shown.index('class="mean"') < shown.index(">60</text>") < shown.index(">40</text>")

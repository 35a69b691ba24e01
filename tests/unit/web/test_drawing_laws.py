"""What holds for every bar chart, whatever is drawn."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from siegvo.entrypoints.web.metering.chart import Bar, Chart
from siegvo.entrypoints.web.metering.drawing import MOST_BARS, Column, draw_chart

TOP, GROUND, SPAN = 34, 274, 240
LEAST_BREADTH = 0.15
ROUNDED = 0.11

columns = st.lists(
    st.builds(
        Column,
        value=st.one_of(st.integers(0, 90), st.integers(0, 10**7)),
        month=st.just("juin"),
        year=st.integers(2000, 2030),
        is_hatched=st.booleans(),
        cuts=st.lists(st.floats(0, 1), max_size=3).map(tuple),
        breadth=st.floats(0, 1, exclude_min=True),
    ),
    min_size=1,
    max_size=MOST_BARS,
)


def share(text: str) -> float:
    return float(text.removesuffix("%"))


def charted(drawn: list[Column], *, mean: int | None = None) -> Chart:
    return draw_chart(drawn, title="", mean=mean, mean_legend="", changes=())


def tallest(drawn: list[Column], chart: Chart) -> tuple[Column, Bar]:
    return max(zip(drawn, chart.bars, strict=True), key=lambda each: each[0].value)


class TestEveryChart:
    @given(columns)
    def test_keeps_its_bars_apart(self, drawn: list[Column]) -> None:
        chart = charted(drawn)

        assert all(share(one.end) < share(next_.x) for one, next_ in pairwise(chart.bars))

    @given(columns)
    def test_keeps_its_bars_inside_the_frame(self, drawn: list[Column]) -> None:
        chart = charted(drawn)

        assert share(chart.first_x) <= share(chart.bars[0].x)
        assert share(chart.bars[-1].end) <= 100
        for bar in chart.bars:
            assert share(bar.width) > 0
            assert TOP <= bar.y <= bar.y + bar.height == GROUND
            assert all(bar.y <= cut <= GROUND for cut in bar.cuts)

    @given(columns)
    def test_makes_heights_proportional(self, drawn: list[Column]) -> None:
        chart = charted(drawn)

        highest, its_bar = tallest(drawn, chart)
        for column, bar in zip(drawn, chart.bars, strict=True):
            expected = its_bar.height * column.value / highest.value if highest.value else 0
            assert abs(bar.height - expected) <= 1

    @given(columns)
    def test_makes_widths_proportional_but_for_the_narrowest(self, drawn: list[Column]) -> None:
        chart = charted(drawn)

        whole = charted(
            [*(Column(value=c.value, month="", year=2026, is_hatched=False) for c in drawn)]
        )
        for column, bar, widest in zip(drawn, chart.bars, whole.bars, strict=True):
            expected = share(widest.width) * max(column.breadth, LEAST_BREADTH)
            assert abs(share(bar.width) - expected) <= ROUNDED

    @given(columns)
    def test_leaves_no_more_than_half_of_the_frame_empty(self, drawn: list[Column]) -> None:
        assume(any(column.value for column in drawn))

        chart = charted(drawn)

        assert 2 <= len(chart.ticks) <= 4
        assert (chart.ticks[0].y, chart.ticks[-1].y) == (GROUND, TOP)
        assert tallest(drawn, chart)[1].height >= SPAN // 2

    @given(columns)
    def test_draws_the_mean_among_its_bars(self, drawn: list[Column]) -> None:
        mean = sum(column.value for column in drawn) // len(drawn)

        chart = charted(drawn, mean=mean)

        assert chart.mean
        heights = [bar.y for bar in chart.bars]
        assert min(heights) <= chart.mean.y <= max(heights) + 1

import attrs

from siegvo.domain.metering.consumption import Period
from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.web.metering.period_chart import PeriodChart, period_chart
from tests.support.consumption import segment
from tests.support.meters import a_period, day

FOUR_MONTHS = 121


def charted(*periods: Period) -> PeriodChart:
    chart = period_chart(periods)
    assert chart
    return chart


class TestPeriodChart:
    def test_is_not_drawn_before_the_first_period(self) -> None:
        assert period_chart(()) is None

    def test_counts_cubic_metres_when_periods_are_alike(self) -> None:
        drawn = charted(a_period(44, days=FOUR_MONTHS), a_period(52, days=FOUR_MONTHS))

        assert drawn.chart.title == "Consommation par période, en m³"
        assert [bar.value for bar in drawn.chart.bars] == ["44", "52"]
        assert drawn.mean == ("Votre moyenne est de 48\u00a0m³ par période de quatre mois.")

    def test_counts_litres_a_day_when_one_is_half_as_long_again(self) -> None:
        drawn = charted(a_period(30, days=100), a_period(46, days=151))

        assert drawn.chart.title == "Consommation par jour, en litres"
        assert [bar.value for bar in drawn.chart.bars] == ["300", "305"]
        assert "Votre moyenne est de 303\u00a0litres par jour." in drawn.mean

    def test_still_counts_cubic_metres_at_that_limit(self) -> None:
        drawn = charted(a_period(30, days=100), a_period(46, days=150))

        assert drawn.chart.title == "Consommation par période, en m³"

    def test_says_nothing_of_the_mean_of_a_single_period(self) -> None:
        drawn = charted(a_period(44))

        assert drawn.mean == ""
        assert drawn.chart.mean is None

    def test_shows_the_latest_and_leaves_the_rest_to_the_table(self) -> None:
        drawn = charted(*(a_period(10 + rank) for rank in range(9)))

        assert drawn.chart.bars[0].value == "11"
        assert drawn.caption == "Vos périodes, en tableau"

    def test_hatches_what_an_estimate_closed(self) -> None:
        drawn = charted(
            a_period(closed_by=ReadingSource.ESTIMATE), a_period(opened_by=ReadingSource.ESTIMATE)
        )

        assert [bar.is_hatched for bar in drawn.chart.bars] == [True, False]

    def test_marks_the_change_of_a_meter(self) -> None:
        changed = attrs.evolve(
            a_period(),
            segments=(segment("OLD", 3214, 3228, 14), segment("NEW", 0, 32, 32)),
            changed_on=day("2026-03-18"),
        )

        drawn = charted(changed)

        assert drawn.chart.changes == ("Compteur changé le 18/03/2026",)
        assert len(drawn.chart.bars[0].cuts) == 1

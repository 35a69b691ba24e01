import attrs

from siegvo.domain.metering.consumption import Period
from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.web.metering.consumption_query import View
from siegvo.entrypoints.web.metering.period_chart import PeriodChart, period_chart
from tests.support.consumption import segment
from tests.support.meters import a_period, day

FOUR_MONTHS = 121


def charted(*periods: Period, view: View | None = None) -> PeriodChart:
    chart = period_chart(periods, view=view)
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
        assert drawn.mean.startswith("Vos périodes n’ont pas toutes la même durée")
        assert "Votre moyenne est de 303\u00a0litres par jour." in drawn.mean
        assert [bar.width for bar in drawn.chart.bars] == ["7.9%", "12.0%"]

    def test_still_counts_cubic_metres_at_that_limit(self) -> None:
        drawn = charted(a_period(30, days=100), a_period(46, days=150))

        assert drawn.chart.title == "Consommation par période, en m³"

    def test_says_nothing_of_the_mean_of_a_single_period(self) -> None:
        drawn = charted(a_period(44))

        assert drawn.mean == ""
        assert drawn.chart.mean is None

    def test_shows_the_latest_and_leaves_the_rest_to_the_table(self) -> None:
        drawn = charted(*(a_period(10 + rank) for rank in range(9)))

        assert [bar.value for bar in drawn.chart.bars] == [str(each) for each in range(11, 19)]

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

    def test_marks_it_at_the_foot_of_the_bar_when_the_former_meter_counted_nothing(self) -> None:
        changed = attrs.evolve(a_period(), changed_on=day("2026-03-18"))

        (bar,) = charted(changed).chart.bars

        assert bar.cuts == (274,)

    def test_marks_it_even_where_nothing_was_drawn(self) -> None:
        changed = attrs.evolve(
            a_period(0),
            segments=(segment("OLD", 3214, 3214, 0), segment("NEW", 0, 0, 0)),
            changed_on=day("2026-03-18"),
        )

        (bar,) = charted(changed).chart.bars

        assert (bar.height, bar.cuts) == (0, (274,))


class TestTheViewAskedFor:
    def test_counts_litres_a_day_of_periods_that_are_alike(self) -> None:
        drawn = charted(
            a_period(44, days=FOUR_MONTHS), a_period(52, days=FOUR_MONTHS), view=View.DAY
        )

        assert drawn.view is View.DAY
        assert drawn.chart.title == "Consommation par jour, en litres"
        assert [bar.value for bar in drawn.chart.bars] == ["364", "430"]
        assert drawn.mean == "Votre moyenne est de 397\u00a0litres par jour."

    def test_counts_cubic_metres_of_unequal_periods_without_a_mean(self) -> None:
        drawn = charted(a_period(30, days=100), a_period(46, days=151), view=View.PERIOD)

        assert [bar.value for bar in drawn.chart.bars] == ["30", "46"]
        assert drawn.chart.mean is None
        assert drawn.mean.endswith("pour les comparer, affichez les litres par jour.")

    def test_counts_cubic_metres_a_day_where_there_are_many(self) -> None:
        drawn = charted(a_period(1200, days=120), a_period(1494, days=120), view=View.DAY)

        assert drawn.chart.title == "Consommation par jour, en m³"
        assert [bar.value for bar in drawn.chart.bars] == ["10", "12,5"]
        assert drawn.mean == "Votre moyenne est de 11,2\u00a0m³ par jour."

    def test_says_nothing_of_a_mean_of_nothing(self) -> None:
        for view in View:
            drawn = charted(a_period(0), a_period(0), view=view)

            assert drawn.mean == ""
            assert drawn.chart.mean is None

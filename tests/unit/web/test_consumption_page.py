import attrs
import pytest

from siegvo.domain.metering.consumption import Consumption, Period, Place
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.web.metering.consumption_page import ConsumptionPage, consumption_page
from siegvo.entrypoints.web.metering.period_rows import period_row
from tests.support.builders.contracts import CONTRACT
from tests.support.consumption import segment
from tests.support.meters import SERIAL, a_meter, a_period, day, showing
from tests.support.pages import a_held_contract, templates

LAST_YEAR = a_period(57, first="2025-06-10", days=122)


def a_page(
    *periods: Period, meters: tuple[Meter, ...] = (), since: str = "2015-01-01"
) -> ConsumptionPage:
    return consumption_page(
        Consumption((Place(serials=(SERIAL,), periods=periods),)),
        meters=meters,
        since=day(since),
        contract=CONTRACT,
        contracts=[a_held_contract()],
        reading_href="/contrats/100214873/releve",
        csv_href="",
        awaited=(),
    )


class TestTheLatestPeriod:
    @pytest.mark.parametrize(
        ("cubic_metres", "compared"),
        [
            (55, "C’est 2\u00a0m³ de moins qu’un an plus tôt."),
            (60, "C’est 3\u00a0m³ de plus qu’un an plus tôt."),
            (57, "C’est autant qu’un an plus tôt."),
        ],
    )
    def test_is_compared_with_the_same_a_year_before(
        self, cubic_metres: int, compared: str
    ) -> None:
        (section,) = a_page(
            LAST_YEAR, a_period(cubic_metres, first="2026-06-10", days=122)
        ).sections

        assert section.latest
        assert section.latest.rest.endswith(compared)

    def test_is_told_in_words(self) -> None:
        estimated = a_period(55, first="2026-06-10", days=122, closed_by=ReadingSource.ESTIMATE)

        (section,) = a_page(estimated).sections

        assert section.latest
        assert section.latest.days == "Du 10/06/2026 au 10/10/2026"
        assert section.latest.volume == "55\u00a0m³, estimés"
        assert section.latest.rest == "soit 451\u00a0litres par jour."
        assert section.has_estimates


class TestTheTable:
    def test_begins_with_the_newest_and_puts_the_oldest_aside(self) -> None:
        periods = [a_period(rank, first=f"20{rank:02}-02-10") for rank in range(10, 24)]

        (section,) = a_page(*periods).sections

        assert section.rows[0].volume == "23\u00a0m³"
        assert len(section.rows) == 12
        assert [row.volume for row in section.older] == ["11\u00a0m³", "10\u00a0m³"]

    def test_tells_what_each_meter_counted(self) -> None:
        changed = attrs.evolve(
            a_period(), segments=(segment("OLD", 3214, 3228, 14), segment("NEW", 0, 32, 32))
        )

        assert period_row(changed).detail == (
            "dont 14\u00a0m³ à l’ancien compteur, 32\u00a0m³ au nouveau"
        )

    def test_tells_that_a_volume_begins_with_an_estimate(self) -> None:
        row = period_row(a_period(opened_by=ReadingSource.ESTIMATE))

        assert row.origin == "Relevé"
        assert row.detail == "à partir de l’index estimé le 10/02/2026"


class TestTheMeters:
    def test_tell_their_life_the_newest_first(self) -> None:
        old = a_meter(
            serial="OLD", fitted=showing(2, "2015-03-01"), removed=showing(3228, "2025-03-18")
        )
        new = a_meter(serial="NEW", fitted=showing(0, "2025-03-18"))

        page = a_page(meters=(old, new))

        assert [(meter.serial, meter.life) for meter in page.meters] == [
            ("NEW", "en service depuis le 18/03/2025, posé à l’index 0"),
            ("OLD", "posé le 01/03/2015 à l’index 2, déposé le 18/03/2025 à l’index 3\u202f228"),
        ]

    def test_keep_silent_on_what_they_showed_to_a_predecessor(self) -> None:
        page = a_page(meters=(a_meter(fitted=showing(15034, "2014-12-02")),), since="2018-04-01")

        assert page.meters[0].life == "en service depuis le 02/12/2014"


class TestThePage:
    def test_prints_everything(self) -> None:
        page = a_page(LAST_YEAR, a_period(55, first="2026-06-10"), meters=(a_meter(),))

        shown = (
            templates().get_template("metering/consumption.html").render(signed_in=True, page=page)
        )

        assert shown.count("<h1>") == 1
        assert 'aria-describedby="place-1-facts"' in shown
        assert "Les mêmes chiffres, en tableau" in shown
        assert SERIAL in shown

    def test_says_what_is_missing_before_the_second_reading(self) -> None:
        shown = (
            templates()
            .get_template("metering/consumption.html")
            .render(signed_in=True, page=a_page())
        )

        assert "Il faut deux relevés" in shown
        assert "<svg role" not in shown

from datetime import date

import attrs
import pytest

from siegvo.application.metering.show_consumption import ConsumptionView
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.metering.consumption import Consumption, Period, Place
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reading import ReadingSource
from siegvo.entrypoints.web.metering.consumption_page import ConsumptionPage, consumption_page
from siegvo.entrypoints.web.metering.consumption_query import ConsumptionQuery, View
from siegvo.entrypoints.web.metering.period_rows import printed_rows
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.consumption import segment
from tests.support.html_tree import parse_html
from tests.support.meters import SERIAL, a_meter, a_period, a_reading, day, showing
from tests.support.pages import a_held_contract, templates

TODAY = date(2026, 11, 23)
LAST_YEAR = a_period(57, first="2025-06-10", days=122)
HERE = ConsumptionQuery(contract=CONTRACT)


def a_page(
    *periods: Period,
    meters: tuple[Meter, ...] = (),
    tenure: Tenure | None = None,
    doubtful: tuple[DayRange, ...] = (),
    query: ConsumptionQuery = HERE,
) -> ConsumptionPage:
    place = Place(serials=(SERIAL,), periods=periods, doubtful=doubtful)
    return consumption_page(
        ConsumptionView(
            tenure=tenure or a_tenure(since="2015-01-01"),
            meters=meters,
            consumption=Consumption((place,)),
            awaited=(),
        ),
        query=query,
        form=None,
        contracts=[a_held_contract()],
        today=TODAY,
    )


def printed(page: ConsumptionPage) -> str:
    template = templates().get_template("metering/consumption.html")
    return template.render(signed_in=True, page=page)


def rows(shown: str) -> list[str]:
    return [row.text for row in parse_html(f"<table>{shown}</table>").all("tr")]


def volumes(shown: str) -> list[str]:
    tree = parse_html(f"<table>{shown}</table>")
    return [each.text for each in tree.all("strong")]


class TestTheLatestPeriod:
    @pytest.mark.parametrize(
        ("cubic_metres", "compared"),
        [
            (50, "C’est 12\u00a0% de moins que la même période un an plus tôt (57\u00a0m³)."),
            (60, "C’est 5\u00a0% de plus que la même période un an plus tôt (57\u00a0m³)."),
            (57, "C’est autant qu’à la même période un an plus tôt (57\u00a0m³)."),
            (9, "Un an plus tôt, à la même période\u00a0: 57\u00a0m³."),
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

    def test_is_compared_by_the_day_when_it_lasted_longer(self) -> None:
        (section,) = a_page(LAST_YEAR, a_period(60, first="2026-06-10", days=128)).sections

        assert section.latest
        assert section.latest.rest.endswith(
            "C’est autant par jour qu’à la même période un an plus tôt (57\u00a0m³)."
        )

    def test_is_told_in_words(self) -> None:
        estimated = a_period(55, first="2026-06-10", days=122, closed_by=ReadingSource.ESTIMATE)

        (section,) = a_page(estimated).sections

        assert section.latest
        assert section.latest.days == "Du 10/06/2026 au 10/10/2026"
        assert section.latest.volume == "55\u00a0m³, estimés"
        assert section.latest.rest == "soit 451\u00a0litres par jour."
        assert section.known == (
            "Dernier index\u00a0: 1\u202f055\u00a0m³, estimé par le service le 10/10/2026."
        )
        assert section.has_estimates


class TestTheTable:
    def test_begins_with_the_newest_and_puts_aside_what_is_not_drawn(self) -> None:
        periods = [a_period(rank, first=f"20{rank:02}-02-10") for rank in range(10, 20)]

        (section,) = a_page(*periods).sections

        assert volumes(section.rows) == [f"{rank} m³" for rank in range(19, 11, -1)]
        assert section.older_title == "Périodes plus anciennes (2)"
        assert volumes(section.older) == ["11 m³", "10 m³"]
        assert section.left_out == ""

    def test_leaves_the_oldest_of_a_long_history_to_the_file(self) -> None:
        (section,) = a_page(*[a_period()] * 75).sections

        assert len(volumes(section.rows)) + len(volumes(section.older)) == 72
        assert section.left_out == "3 périodes plus anciennes encore sont dans le fichier CSV."

    def test_tells_the_days_without_a_figure(self) -> None:
        doubtful = DayRange(day("2025-10-10"), day("2026-02-10"))

        (section,) = a_page(a_period(), doubtful=(doubtful,)).sections

        (doubt,) = section.doubts
        assert doubt == (
            "Du 10/10/2025 au 10/02/2026, deux index se contredisent\u00a0:"
            " cette consommation n’est pas calculée."
        )

    def test_tells_what_each_meter_counted(self) -> None:
        changed = attrs.evolve(
            a_period(), segments=(segment("OLD", 3214, 3228, 14), segment("NEW", 0, 32, 32))
        )

        (row,) = rows(printed_rows([changed]))

        assert row.endswith("46 m³ dont 14 m³ à l’ancien compteur, 32 m³ au nouveau 383 litres")

    def test_tells_that_a_volume_begins_with_an_estimate(self) -> None:
        (row,) = rows(printed_rows([a_period(opened_by=ReadingSource.ESTIMATE)]))

        assert row.startswith("10/02/2026 au 10/06/2026 Relevé 1 048 m³")
        assert "48 m³ à partir de l’index estimé le 10/02/2026" in row


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
        page = a_page(
            meters=(a_meter(fitted=showing(15034, "2014-12-02")),),
            tenure=a_tenure(since="2018-04-01"),
        )

        assert page.meters[0].life == "en service depuis le 02/12/2014"
        assert page.since == (
            "Vos consommations sont montrées depuis le 01/04/2018, début de votre contrat."
        )


class TestTheContract:
    def test_is_said_to_be_over_and_takes_no_reading(self) -> None:
        page = a_page(meters=(a_meter(),), tenure=a_tenure(since="2018-04-01", until="2026-04-16"))

        assert page.standing.startswith("Ce contrat est résilié depuis le 16/04/2026")
        assert page.reading_href == ""

    def test_is_said_to_be_suspended(self) -> None:
        page = a_page(meters=(a_meter(),), tenure=attrs.evolve(a_tenure(), is_suspended=True))

        assert page.standing.startswith("Ce contrat est suspendu.")
        assert page.reading_href == f"/contrats/{CONTRACT}/releve"

    def test_takes_no_reading_of_a_meter_that_tells_it_by_itself(self) -> None:
        assert a_page(meters=(a_meter(is_remote_read=True),)).reading_href == ""


class TestTheOtherView:
    def test_is_one_link_away_and_keeps_the_rest_of_the_address(self) -> None:
        asked = attrs.evolve(HERE, view=View.DAY, persons="3")

        (first,), (then,) = a_page(a_period()).sections, a_page(a_period(), query=asked).sections

        assert (first.other_view, first.other_href) == (
            "Voir les litres par jour",
            f"/consommations?contrat={CONTRACT}&vue=jour#place-1",
        )
        assert (then.other_view, then.other_href) == (
            "Voir les m³ par période",
            f"/consommations?contrat={CONTRACT}&vue=periode&personnes=3#place-1",
        )


class TestThePage:
    def test_prints_everything(self) -> None:
        page = a_page(LAST_YEAR, a_period(55, first="2026-06-10"), meters=(a_meter(),))

        shown = printed(page)

        assert shown.count("<h1>") == 1
        assert 'aria-describedby="place-1-facts"' in shown
        assert "Les mêmes chiffres, en tableau" in shown
        assert SERIAL in shown

    def test_says_what_is_missing_before_the_second_reading(self) -> None:
        shown = printed(a_page(meters=(a_meter(a_reading(1200, "2026-06-10")),)))

        assert "Il faut deux relevés" in shown
        assert "1\u202f200\u00a0m³, relevé par un agent le 10/06/2026" in shown
        assert "<svg role" not in shown
        assert "par personne" not in shown

"""The page of whatever meters have been through."""

from datetime import date, timedelta
from itertools import accumulate

import attrs
import pytest

from siegvo.application.metering.show_consumption import ConsumptionView
from siegvo.application.metering.within_tenure import within_tenure
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter import Meter
from siegvo.domain.metering.reckoning import reckon_consumption
from siegvo.entrypoints.web.metering.consumption_page import consumption_page
from siegvo.entrypoints.web.metering.consumption_query import ConsumptionQuery, View
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.meters import a_meter, a_reading, an_estimate, from_subscriber, showing
from tests.support.pages import a_held_contract, templates

FIRST = date(2006, 2, 10)
TENURE = a_tenure(since="2005-01-01")


def a_meter_read_every(days: int, *volumes: int, serial: str = "METER") -> Meter:
    """Give a meter that was read on the day it was fitted, and regularly ever since."""
    readings = [
        a_reading(shown, (FIRST + timedelta(days=days * rank)).isoformat())
        for rank, shown in enumerate(accumulate(volumes, initial=100))
    ]
    return a_meter(*readings, serial=serial, fitted=showing(100, FIRST.isoformat()))


def page_of(*meters: Meter, tenure: Tenure = TENURE, view: View | None = None) -> str:
    """Print the page that the payer of `tenure` sees."""
    known = within_tenure(meters, tenure)
    page = consumption_page(
        ConsumptionView(
            tenure=tenure,
            meters=known,
            consumption=reckon_consumption(known, window=tenure.days),
            awaited=(),
        ),
        query=ConsumptionQuery(contract=CONTRACT, view=view),
        form=None,
        contracts=[a_held_contract()],
        today=date(2026, 11, 23),
    )
    shown = templates().get_template("metering/consumption.html").render(signed_in=True, page=page)
    return " ".join(shown.replace("\u00a0", " ").replace("\u202f", " ").split())


class TestConsumption:
    def test_waits_for_the_first_meter(self) -> None:
        assert "Pas encore de relevé" in page_of()

    def test_waits_for_the_second_reading(self) -> None:
        shown = page_of(a_meter(a_reading(300, "2026-06-10")))

        assert "Il faut deux relevés" in shown
        assert "Dernier index : 300 m³, relevé par un agent le 10/06/2026." in shown

    def test_never_tells_what_a_predecessor_read(self) -> None:
        meter = a_meter(
            a_reading(7777, "2019-06-10"),
            a_reading(7800, "2020-06-10"),
            a_reading(7850, "2021-06-10"),
        )

        shown = page_of(meter, tenure=a_tenure(since="2020-01-01"))

        assert "7 777" not in shown
        assert "50 m³" in shown
        assert "depuis le 01/01/2020, début de votre contrat" in shown

    def test_has_a_chart_for_each_of_several_meters(self) -> None:
        shown = page_of(
            a_meter_read_every(120, 30, 40, serial="HOUSE"),
            a_meter_read_every(120, 3, 4, serial="GARDEN"),
        )

        assert shown.count('<figure class="chart">') == 2
        assert "période, compteur HOUSE" in shown
        assert "Ce contrat a plusieurs compteurs" in shown

    def test_says_that_a_meter_turns_backwards(self) -> None:
        shown = page_of(
            a_meter(
                a_reading(900, "2025-10-10"),
                a_reading(850, "2026-02-10"),
                a_reading(800, "2026-06-10"),
            )
        )

        assert "Du 10/10/2025 au 10/02/2026, deux index se contredisent" in shown
        assert "Demander une vérification" in shown
        assert "Il faut deux relevés" not in shown

    def test_goes_past_the_last_figure_of_the_dials(self) -> None:
        shown = page_of(
            a_meter(
                a_reading(99_980, "2026-02-10"),
                a_reading(15, "2026-06-10"),
                fitted=showing(99_900, "2025-10-10"),
            )
        )

        assert "<strong>35 m³</strong>" in shown

    def test_corrects_an_estimate_that_went_too_far(self) -> None:
        shown = page_of(
            a_meter(
                a_reading(100, "2025-10-10"),
                an_estimate(180, "2026-02-10"),
                from_subscriber(150, "2026-06-10"),
            )
        )

        assert "<strong>50 m³</strong>" in shown
        assert "180 m³" not in shown
        assert "deux index se contredisent" not in shown

    def test_draws_nothing_but_a_line_where_nothing_was_drawn(self) -> None:
        shown = page_of(a_meter_read_every(120, 0, 0, 0))

        assert "soit 0 litre par jour" in shown
        assert "Votre moyenne" not in shown

    @pytest.mark.parametrize("view", [None, *View])
    @pytest.mark.parametrize("days", [1, 30, 122, 365])
    def test_draws_the_latest_of_many_years(self, view: View | None, days: int) -> None:
        periods = min(7000 // days, 240)

        shown = page_of(a_meter_read_every(days, *[9] * periods), view=view)

        assert shown.count('<rect class="bar" x=') <= 8
        assert shown.count("<tr role") - shown.count("<thead") <= 72

    def test_ends_with_the_contract(self) -> None:
        ended = a_tenure(since="2020-01-01", until="2026-04-16")
        meter = a_meter(
            a_reading(100, "2025-10-10"),
            a_reading(150, "2026-02-10"),
            a_reading(4321, "2026-06-10"),
        )

        shown = page_of(meter, tenure=ended)

        assert "Ce contrat est résilié depuis le 16/04/2026" in shown
        assert "4 321" not in shown
        assert "Transmettre un relevé" not in shown

    def test_goes_on_while_the_contract_is_suspended(self) -> None:
        shown = page_of(
            a_meter_read_every(120, 30, 40), tenure=attrs.evolve(TENURE, is_suspended=True)
        )

        assert "Ce contrat est suspendu." in shown
        assert "<strong>40 m³</strong>" in shown

from siegvo.application.metering.show_sent_reading import SentReadingView
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from siegvo.domain.metering.sent_reading import Review
from siegvo.entrypoints.web.metering.reading_page import doubt, meter_choices, reading_page
from siegvo.entrypoints.web.metering.submitted_page import submitted_page
from tests.support.builders.requests import a_sent_reading
from tests.support.meters import a_reading, an_estimate
from tests.support.pages import a_meter_sheet, a_sheet

READ = a_meter_sheet(a_reading(180, "2026-06-10"), serial="READ")
ESTIMATED = a_meter_sheet(
    an_estimate(235, "2026-10-10"), last_actual=a_reading(180, "2026-06-10"), serial="GUESSED"
)
REMOTE = a_meter_sheet(
    a_reading(3284, "2026-11-20", ReadingSource.REMOTE), serial="REMOTE", is_remote_read=True
)


class TestTheReadingForm:
    def test_names_the_meter_and_what_it_last_showed(self) -> None:
        page = reading_page(a_sheet(ESTIMATED))

        assert page.subject == (
            "Contrat 100214873, 12 rue des Prés, 57130 GRAVELOTTE. Compteur GUESSED."
        )
        assert page.known == (
            "Dernier relevé réel\u00a0: 180\u00a0m³ le 10/06/2026."
            " Estimation\u00a0: 235\u00a0m³ le 10/10/2026."
        )

    def test_leaves_that_to_the_choice_when_there_are_several(self) -> None:
        sheet = a_sheet(READ, ESTIMATED)

        assert reading_page(sheet).known == ""
        assert list(meter_choices(sheet)) == ["READ", "GUESSED"]

    def test_offers_no_meter_that_tells_its_index_by_itself(self) -> None:
        sheet = a_sheet(READ, REMOTE)

        assert meter_choices(sheet) == {
            "READ": "READ. Dernier relevé réel\u00a0: 180\u00a0m³ le 10/06/2026."
        }


class TestADoubt:
    def test_compares_with_the_usual(self) -> None:
        assert doubt(index=MeterIndex(1247), drawn=1067, days=166, usual=66) == (
            "Avec 1\u202f247\u00a0m³, vous auriez consommé 1\u202f067\u00a0m³ en 166\u00a0jours"
            "\u00a0; d’habitude, c’est environ 66\u00a0m³."
        )

    def test_has_nothing_to_compare_with_at_first(self) -> None:
        assert doubt(index=MeterIndex(90), drawn=90, days=1, usual=None) == (
            "Avec 90\u00a0m³, vous auriez consommé 90\u00a0m³ en 1\u00a0jour."
        )


class TestTheAnswer:
    def test_repeats_what_was_sent(self) -> None:
        page = submitted_page(SentReadingView(sent=a_sent_reading(123, index=247), dials=5))

        assert page.dials == ("0", "0", "2", "4", "7")
        assert page.what == "Relevé du 22/11/2026, compteur H25LA004127"
        assert page.reference == "D-2026-000123"
        assert not page.is_reviewed

    def test_says_when_staff_look_at_it_first(self) -> None:
        sent = a_sent_reading(review=Review.AWAITED)

        assert submitted_page(SentReadingView(sent=sent, dials=5)).is_reviewed

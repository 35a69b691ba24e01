from io import BytesIO

import pytest
from PIL import Image

from tests.support.browser import Browser
from tests.support.later_files import a_contract_row, a_meter_row, a_reading_row
from tests.support.mail_server import MailSink
from tests.support.page import Page
from tests.support.sample_portal import SamplePortal

FORM = "/contrats/100200423/releve"


@pytest.fixture
def loic(service: SamplePortal) -> Browser:
    """Give the browser of a household whose meter has four dials and showed 552 on 10 October."""
    return service.subscriber("100200423", email="loic.ferreira@exemple.fr")


def _awaited(page: Page) -> list[str]:
    sentences = [each.text for each in page.main.all("p")]
    return [each for each in sentences if each.startswith("Votre relevé du ")]


class TestSendingAReading:
    def test_begins_on_the_dashboard_and_recalls_what_is_known(self, loic: Browser) -> None:
        loic.open("/tableau-de-bord")

        page = loic.follow("Transmettre un relevé de compteur")

        assert "Compteur C23BA000033." in page
        assert "Dernier relevé réel : 552 m³ le 10/10/2026." in page.said_beside("index")
        assert page.typed_in("read_on") == "2026-11-23"

    def test_is_confirmed_with_a_number(self, loic: Browser) -> None:
        page = loic.submit(FORM, index="570")

        assert page.path == f"{FORM}/D-2026-000001"
        assert page.heading == "Votre relevé est transmis"
        assert "0 5 7 0 570 m³" in page
        assert "Relevé du 23/11/2026, compteur C23BA000033." in page
        assert "D-2026-000001" in page
        assert "Un courriel part à loic.ferreira@exemple.fr." in page

    def test_shows_where_it_stands(self, loic: Browser) -> None:
        loic.submit(FORM, index="570")

        assert _awaited(loic.open("/tableau-de-bord")) == [
            "Votre relevé du 23/11/2026 : 570 m³ Enregistrée D-2026-000001"
        ]
        assert "D-2026-000001, du 23/11/2026, contrat 100200423" in loic.open("/demarches")

    def test_is_confirmed_by_mail(self, writing_service: SamplePortal, mail: MailSink) -> None:
        loic = writing_service.subscriber("100200423")
        loic.submit(FORM, index="570")
        writing_service.post()

        subject = mail.arrived[-1].message["Subject"]
        assert subject == "Votre relevé est enregistré\u00a0: D-2026-000001"

    def test_is_understood_however_the_index_is_copied(self, loic: Browser) -> None:
        for typed in ("0570", " 5 70 ", "5\u202f70"):
            page = loic.submit(FORM, index=typed)

            assert "0 5 7 0 570 m³" in page

    def test_may_be_of_some_days_ago(self, loic: Browser) -> None:
        for day in ("2026-11-20", "20/11/2026"):
            page = loic.submit(FORM, index="568", read_on=day)

            assert "Relevé du 20/11/2026" in page

    def test_replaces_that_of_the_same_day(self, loic: Browser) -> None:
        loic.submit(FORM, index="570")

        page = loic.submit(FORM, index="571")

        assert page.path == f"{FORM}/D-2026-000002"
        assert _awaited(loic.open("/tableau-de-bord")) == [
            "Votre relevé du 23/11/2026 : 571 m³ Enregistrée D-2026-000002"
        ]
        requests = loic.open("/demarches")
        assert "D-2026-000001, du 23/11/2026, contrat 100200423 Annulée" in requests

    def test_is_the_same_when_it_is_sent_again(self, loic: Browser) -> None:
        first = loic.submit(FORM, index="570")

        again = loic.submit(FORM, index="570")

        assert again.path == first.path

    def test_may_be_lower_than_an_estimate(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200433")

        page = browser.submit("/contrats/100200433/releve", index="1870")

        assert page.heading == "Votre relevé est transmis"

    def test_takes_a_photo(self, loic: Browser) -> None:
        drawn = BytesIO()
        Image.new("RGB", (200, 150), "navy").save(drawn, "JPEG")

        page = loic.submit(FORM, index="570", photo=drawn.getvalue())

        assert page.heading == "Votre relevé est transmis"

    def test_takes_a_photo_with_as_many_details_as_telephones_see(self, loic: Browser) -> None:
        drawn = BytesIO()
        Image.effect_noise((900, 700), 60).convert("RGB").save(drawn, "JPEG")

        page = loic.submit(FORM, index="570", photo=drawn.getvalue())

        assert page.heading == "Votre relevé est transmis"


class TestARefusedReading:
    def _refused(self, browser: Browser, *, field: str = "index", **typed: str) -> str:
        page = browser.submit(FORM, expect=422, **typed)
        assert all(page.typed_in(name) == given for name, given in typed.items())
        assert not _awaited(browser.open("/tableau-de-bord"))
        return page.said_beside(field)

    def test_is_lower_than_the_last(self, loic: Browser) -> None:
        said = self._refused(loic, index="551")

        assert "Le compteur montrait déjà 552 m³ le 10/10/2026" in said

    def test_is_of_a_day_to_come(self, loic: Browser) -> None:
        said = self._refused(loic, field="read_on", index="570", read_on="2026-11-24")

        assert "Le 24/11/2026 n’est pas encore passé" in said

    def test_is_older_than_the_last(self, loic: Browser) -> None:
        said = self._refused(loic, field="read_on", index="570", read_on="2026-10-09")

        assert "Un index du 10/10/2026 est déjà enregistré" in said

    def test_counts_litres(self, loic: Browser) -> None:
        said = self._refused(loic, index="570123")

        assert "Les chiffres rouges semblent recopiés aussi" in said
        assert "sans doute 570 m³" in said

    def test_has_too_many_figures(self, loic: Browser) -> None:
        said = self._refused(loic, index="99570")

        assert "Votre compteur a 4 chiffres noirs" in said

    def test_is_no_index(self, loic: Browser) -> None:
        for typed in ("", "douze", "-570", "5,70", "1e9", "٣٤٥", "5" * 40):
            said = self._refused(loic, index=typed)

            assert "Erreur" in said

    def test_is_of_no_day(self, loic: Browser) -> None:
        for typed in ("", "hier", "2026-02-30", "0000-00-00"):
            said = self._refused(loic, field="read_on", index="570", read_on=typed)

            assert "Saisissez un jour qui existe" in said

    def test_comes_with_something_that_is_no_photo(self, loic: Browser) -> None:
        page = loic.submit(FORM, expect=422, index="570", photo=b"%PDF-1.7 " + b"x" * 200)

        assert "JPEG ou PNG" in page.said_beside("photo")
        assert page.typed_in("index") == "570"


class TestADoubtfulReading:
    def test_is_to_be_looked_at_again(self, loic: Browser) -> None:
        page = loic.submit(FORM, index="700", expect=422)

        assert "Relisez votre compteur" in page
        assert "Avec 700 m³, vous auriez consommé 148 m³ en 44 jours" in page
        assert "Et si c’était une fuite ?" in page
        assert page.typed_in("index") == "700"

    def test_goes_to_staff_once_it_is_confirmed(self, loic: Browser) -> None:
        loic.submit(FORM, index="700", expect=422)

        page = loic.send(confirm=True)

        assert page.heading == "Votre relevé est transmis"
        assert "un agent l’examine d’abord" in page
        assert _awaited(loic.open("/tableau-de-bord")) == [
            "Votre relevé du 23/11/2026 : 700 m³ En traitement D-2026-000001 Le service le vérifie."
        ]

    def test_may_be_corrected_instead(self, loic: Browser) -> None:
        loic.submit(FORM, index="750", expect=422)

        page = loic.send(index="570")

        assert "570 m³" in page
        assert "un agent l’examine" not in page

    def test_is_doubted_again_until_it_is_confirmed(self, loic: Browser) -> None:
        loic.submit(FORM, index="700", expect=422)

        page = loic.send(expect=422, index="701")

        assert "Avec 701 m³" in page


class TestAReadingThatIsNotNeeded:
    def test_of_a_meter_read_at_a_distance(self, service: SamplePortal) -> None:
        page = service.subscriber("100200354").open("/contrats/100200354/releve")

        assert page.heading == "Vous n’avez rien à relever"

    def test_of_a_terminated_contract(self, service: SamplePortal) -> None:
        page = service.subscriber("100200317").open("/contrats/100200317/releve")

        assert page.heading == "Ce contrat est résilié"


class TestAReadingPastTheLastFigure:
    def test_is_understood(self, service: SamplePortal) -> None:
        service.receive(
            contracts=[a_contract_row("100300001")],
            meters=[a_meter_row("T26AA000001", contract="100300001", fitted_at=9900)],
            readings=[
                a_reading_row("T26AA000001", on="2026-06-10", index=9948),
                a_reading_row("T26AA000001", on="2026-10-10", index=9990),
            ],
        )
        browser = service.subscriber("100300001")

        page = browser.submit("/contrats/100300001/releve", index="4")

        assert page.heading == "Votre relevé est transmis"
        assert "un agent l’examine" not in page


class TestSeveralMeters:
    @pytest.fixture
    def farm(self, service: SamplePortal) -> Browser:
        service.receive(
            contracts=[a_contract_row("100300002")],
            meters=[
                a_meter_row("T26AA000002", contract="100300002"),
                a_meter_row("T26AA000003", contract="100300002", fitted_at=500),
                a_meter_row("T26AA000004", contract="100300002", remote=True),
            ],
            readings=[
                a_reading_row("T26AA000002", on="2026-10-10", index=90),
                a_reading_row("T26AA000003", on="2026-10-10", index=590),
            ],
        )
        return service.subscriber("100300002")

    def test_are_told_apart_by_what_they_showed(self, farm: Browser) -> None:
        page = farm.open("/contrats/100300002/releve")

        assert "T26AA000002. Dernier relevé réel : 90 m³ le 10/10/2026." in page
        assert "T26AA000003. Dernier relevé réel : 590 m³ le 10/10/2026." in page
        assert "T26AA000004" not in page, "nobody needs to read it"

    def test_are_read_one_by_one(self, farm: Browser) -> None:
        farm.submit("/contrats/100300002/releve", meter="T26AA000002", index="100")
        farm.submit("/contrats/100300002/releve", meter="T26AA000003", index="600")

        assert len(_awaited(farm.open("/tableau-de-bord"))) == 2

    def test_are_not_guessed_at(self, farm: Browser) -> None:
        page = farm.submit("/contrats/100300002/releve", index="100", expect=422)

        assert "choisissez celui que vous avez relevé" in page
        assert page.typed_in("index") == "100"

import pytest

from tests.support.browser import Browser
from tests.support.sample_portal import SamplePortal

MINE, THEIRS, NOBODYS = "100200372", "100200423", "999999999"
PLACES = (
    "/tableau-de-bord?contrat={}",
    "/consommations?contrat={}",
    "/factures?contrat={}",
    "/contrats/{}/releve",
    "/contrats/{}/releve/D-2026-000001",
)


@pytest.fixture
def baker(service: SamplePortal) -> Browser:
    """Give the browser of who took contract 100200372 over on 5 April 2024."""
    return service.subscriber(MINE, email="fournil@exemple.fr")


class TestWhatIsNotYours:
    def test_is_answered_like_what_does_not_exist(
        self, service: SamplePortal, baker: Browser
    ) -> None:
        neighbour = service.subscriber(THEIRS, email="loic.ferreira@exemple.fr")
        neighbour.submit(f"/contrats/{THEIRS}/releve", index="570")

        for place in PLACES:
            theirs = baker.open(place.format(THEIRS), expect=404)
            nobodys = baker.open(place.format(NOBODYS), expect=404)

            assert theirs.text.replace(THEIRS, NOBODYS) == nobodys.text
            assert neighbour.open(place.format(THEIRS)).status == 200

    def test_takes_no_reading(self, service: SamplePortal, baker: Browser) -> None:
        own = baker.prepare(f"/contrats/{MINE}/releve", index="26990")

        for number in (THEIRS, NOBODYS):
            answer = baker.ask(
                "POST", f"/contrats/{number}/releve", data=dict(own.fields) | {"index": "570"}
            )
            assert answer.status_code == 404
        neighbour = service.subscriber(THEIRS, email="loic.ferreira@exemple.fr")
        assert "Votre relevé du" not in neighbour.open("/tableau-de-bord")

    def test_lists_no_request_of_others(self, service: SamplePortal, baker: Browser) -> None:
        neighbour = service.subscriber(THEIRS, email="loic.ferreira@exemple.fr")
        neighbour.submit(f"/contrats/{THEIRS}/releve", index="570")

        assert "D-2026-000001" not in baker.open("/demarches")

    def test_is_asked_of_strangers_too(self, service: SamplePortal) -> None:
        stranger = service.visitor()

        for place in PLACES:
            for number in (MINE, NOBODYS):
                assert stranger.open(place.format(number)).path.startswith("/connexion?next=")


class TestAPredecessor:
    def test_is_not_seen_in_the_consumption(self, baker: Browser) -> None:
        page = baker.open("/consommations")

        assert page.rows()[-1].startswith("10/06/2024 au 10/10/2024")
        assert "26 177 m³" not in page, "read in February 2024, before the baker came"
        assert page.fact("D16UA000017") == "en service depuis le 28/04/2015"

    def test_is_not_seen_through_a_former_meter(self, service: SamplePortal) -> None:
        page = service.subscriber(THEIRS).open("/consommations")

        assert "D14BA000032" not in page, "taken away in 2022, before this payer came"
        assert page.rows()[-1].startswith("10/06/2024 au 10/10/2024")

    def test_is_not_quoted_by_a_refusal(self, baker: Browser) -> None:
        page = baker.submit(f"/contrats/{MINE}/releve", index="24000", expect=422)

        said = page.said_beside("index")
        assert "26 963 m³ le 10/10/2026" in said
        assert "2023" not in said

    def test_is_not_seen_after_the_end_either(self, service: SamplePortal) -> None:
        former = service.subscriber("100200317")

        page = former.open("/tableau-de-bord")

        assert "4 845 m³" in page
        assert "4 933 m³" not in page

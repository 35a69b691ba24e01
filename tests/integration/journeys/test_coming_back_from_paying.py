"""What a payer sees on their return, which changes nothing."""

import pytest

from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.payer import leave_to_pay, return_path, some_reference
from tests.support.sample_portal import SamplePortal

FERREIRA = "100200423"
LAST = "2026-EA-0000489"


@pytest.fixture
def payer(service: SamplePortal) -> Browser:
    return service.subscriber(FERREIRA)


class TestTheReturn:
    def test_changes_nothing(self, service: SamplePortal, payer: Browser) -> None:
        leave_to_pay(payer, LAST)
        service.treasury.decide(service.treasury.last)
        path = return_path(service)
        payer.open(path)
        before = contents(service.database.engine)

        for query in ("", "?idop=1&resultrans=P&montant=1", "?result=paid"):
            assert payer.open(path + query).heading == "Nous attendons la réponse de la trésorerie"

        assert contents(service.database.engine) == before
        assert service.treasury.asked == []

    def test_is_for_whoever_began(self, service: SamplePortal, payer: Browser) -> None:
        leave_to_pay(payer, LAST)
        path = return_path(service)

        other = service.subscriber(FERREIRA, email="conjoint@exemple.fr")

        theirs = other.open(path, expect=404)
        nobodys = other.open(f"/paiements/{some_reference()}/retour", expect=404)
        assert theirs.text == nobodys.text

    def test_asks_whoever_left_for_too_long_to_sign_in(
        self, service: SamplePortal, payer: Browser
    ) -> None:
        leave_to_pay(payer, LAST)

        answer = service.visitor().ask("GET", return_path(service))

        assert answer.status_code == 303
        assert answer.headers["Location"].startswith("/connexion?next=%2Fpaiements%2F")

"""When a session ends, and how one has it last."""

from datetime import timedelta

from siegvo.domain.policy import REMEMBERED_FOR, SESSION_IDLE
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"


class TestTheEndOfASession:
    def test_is_told_before_one_signs_in(self, service: SamplePortal) -> None:
        page = service.visitor().open("/connexion")

        box = next(each for each in page.main.all("input") if each["name"] == "remember")
        hint = next(each for each in page.main.all() if each["id"] == box["aria-describedby"])
        assert hint.text == (
            "Cochez pour rester connecté 30 jours sur cet appareil. Sinon, 30 minutes"
            " d’inactivité, ou 12 heures, vous déconnectent."
        )

    def test_is_put_off_by_a_box(self, service: SamplePortal) -> None:
        service.account(email=ODILE)
        short, long = service.visitor(), service.visitor()
        short.submit("/connexion", email=ODILE, password=PASSWORD)
        long.submit("/connexion", email=ODILE, password=PASSWORD, remember=True)

        service.clock.advance(SESSION_IDLE + timedelta(minutes=1))
        assert short.open("/mon-compte").path == "/connexion?next=%2Fmon-compte"
        assert long.open("/mon-compte").path == "/mon-compte"

        service.clock.advance(REMEMBERED_FOR - timedelta(days=1))
        assert long.open("/mon-compte").path == "/mon-compte"

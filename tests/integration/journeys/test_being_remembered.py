"""« Se souvenir de moi »: a cookie that changes, and tells when it was copied."""

from datetime import timedelta

import pytest

from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.mail_server import MailSink
from tests.support.sample_portal import PASSWORD, SamplePortal

ODILE = "odile.marchal@exemple.fr"
PAUSE, MINUTE = timedelta(minutes=30, seconds=1), timedelta(minutes=1)


def cookie(browser: Browser) -> str:
    found = browser.client.get_cookie("siegvo")
    assert found is not None
    return found.value


def copied(service: SamplePortal, value: str) -> Browser:
    """Give another browser that holds the same cookie."""
    browser = service.visitor()
    browser.client.set_cookie("siegvo", value)
    return browser


@pytest.fixture
def odile(service: SamplePortal) -> Browser:
    return remembered(service)


def remembered(service: SamplePortal) -> Browser:
    service.account("100200423")
    browser = service.visitor()
    browser.submit("/connexion", email=ODILE, password=PASSWORD, remember=True)
    return browser


class TestTheCookie:
    def test_changes_after_a_pause(self, service: SamplePortal, odile: Browser) -> None:
        before = cookie(odile)
        service.clock.advance(PAUSE)

        assert odile.open("/mon-compte").path == "/mon-compte"

        assert cookie(odile) != before
        found = odile.client.get_cookie("siegvo")
        assert found is not None
        assert found.max_age == (timedelta(days=30) - PAUSE).total_seconds()

    def test_does_not_change_while_it_is_used(self, service: SamplePortal, odile: Browser) -> None:
        before = cookie(odile)
        for _ in range(4):
            service.clock.advance(timedelta(minutes=30))
            odile.open("/mon-compte")

        assert cookie(odile) == before

    def test_changes_once_for_tabs_opened_together(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        other = copied(service, cookie(odile))
        service.clock.advance(PAUSE)

        odile.open("/mon-compte")
        service.clock.advance(MINUTE)
        assert other.open("/mon-compte").path == "/mon-compte"

        assert odile.open("/mon-compte").path == "/mon-compte"

    def test_may_change_under_a_form_left_open(self, service: SamplePortal, odile: Browser) -> None:
        sending = odile.prepare("/contrats/100200423/releve", index="570")
        service.clock.advance(PAUSE)
        odile.open("/mon-compte")

        assert odile.transmit(sending).status_code == 303

    def test_may_change_with_the_form_itself(self, service: SamplePortal, odile: Browser) -> None:
        sending = odile.prepare("/contrats/100200423/releve", index="570")
        before = cookie(odile)
        service.clock.advance(PAUSE)

        assert odile.transmit(sending).status_code == 303
        assert cookie(odile) != before

    def test_lasts_a_month_and_no_more(self, service: SamplePortal, odile: Browser) -> None:
        for _ in range(29):
            service.clock.advance(timedelta(days=1))
            assert odile.open("/mon-compte").path == "/mon-compte"

        service.clock.advance(timedelta(days=1))
        assert odile.open("/mon-compte").path.startswith("/connexion")


class TestACopy:
    def test_used_later_ends_the_session_for_both(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        thief = copied(service, cookie(odile))
        service.clock.advance(PAUSE)
        odile.open("/mon-compte")
        service.clock.advance(MINUTE + timedelta(seconds=1))

        assert thief.open("/mon-compte").path.startswith("/connexion")
        assert odile.open("/mon-compte").path.startswith("/connexion")

    def test_used_first_gives_itself_away_when_the_owner_comes_back(
        self, service: SamplePortal, odile: Browser
    ) -> None:
        thief = copied(service, cookie(odile))
        service.clock.advance(PAUSE)
        assert thief.open("/mon-compte").path == "/mon-compte"
        service.clock.advance(MINUTE + timedelta(seconds=1))

        assert odile.open("/mon-compte").path.startswith("/connexion")
        assert thief.open("/mon-compte").path.startswith("/connexion")

    def test_is_told_to_the_owner_by_mail(
        self, writing_service: SamplePortal, mail: MailSink
    ) -> None:
        odile = remembered(writing_service)
        thief = copied(writing_service, cookie(odile))
        writing_service.clock.advance(PAUSE)
        odile.open("/mon-compte")
        writing_service.clock.advance(MINUTE + timedelta(seconds=1))
        writing_service.post()
        before = len(mail.arrived)

        for _ in range(3):
            thief.open("/mon-compte")
        writing_service.post()

        assert len(mail.arrived) == before + 1
        assert "une session fermée par sécurité" in str(mail.arrived[-1].message["Subject"])

    def test_does_not_outlive_a_sign_out(self, service: SamplePortal, odile: Browser) -> None:
        old = cookie(odile)
        service.clock.advance(PAUSE)
        odile.open("/mon-compte")
        new = cookie(odile)

        odile.open("/tableau-de-bord")
        odile.press("Se déconnecter")

        for value in (old, new):
            assert copied(service, value).open("/mon-compte").path.startswith("/connexion")


class TestACraftedCookie:
    @pytest.mark.parametrize("value", ["x", "x.y", "." * 50, "a" * 43, f"{'a' * 43}.{'b' * 43}"])
    def test_is_not_kept_at_sign_in(self, service: SamplePortal, value: str) -> None:
        service.account("100200423")
        victim = copied(service, value)

        victim.submit("/connexion", email=ODILE, password=PASSWORD)

        assert victim.page.path == "/tableau-de-bord"
        assert not cookie(victim).startswith(value.partition(".")[0] or "\0")
        assert copied(service, value).open("/mon-compte").path.startswith("/connexion")

    def test_left_from_another_session_is_not_kept_either(self, odile: Browser) -> None:
        first = cookie(odile)
        odile.press("Se déconnecter")
        odile.submit("/connexion", email=ODILE, password=PASSWORD)

        assert cookie(odile).partition(".")[0] != first.partition(".")[0]

    def test_is_not_what_the_database_keeps(self, service: SamplePortal, odile: Browser) -> None:
        kept = repr(contents(service.database.engine))

        known = odile.client.get_cookie("siegvo-appareil")
        assert known is not None
        assert cookie(odile) not in kept
        assert known.value not in kept

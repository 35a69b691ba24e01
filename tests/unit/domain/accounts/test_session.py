from datetime import timedelta

import attrs
import pytest

from siegvo.domain.accounts.session import Session
from tests.support.builders.accounts import ALICE, NOON, a_session

SECOND = timedelta(seconds=1)
IDLE, LONGEST, REMEMBERED = timedelta(minutes=30), timedelta(hours=12), timedelta(days=30)


class TestASession:
    def test_ends_after_thirty_idle_minutes(self) -> None:
        session = a_session()

        assert session.is_alive(NOON + IDLE - SECOND)
        assert not session.is_alive(NOON + IDLE)

    def test_goes_on_while_it_is_used(self) -> None:
        session = a_session().seen(NOON + IDLE - SECOND)

        assert session.is_alive(NOON + IDLE)

    def test_ends_after_twelve_hours_however_much_it_is_used(self) -> None:
        session = a_session().seen(NOON + LONGEST - SECOND)

        assert session.is_alive(NOON + LONGEST - SECOND)
        assert not session.is_alive(NOON + LONGEST)

    def test_lasts_thirty_days_when_remembered(self) -> None:
        session = a_session(remembered=True)

        assert session.is_alive(NOON + REMEMBERED - SECOND)
        assert not session.is_alive(NOON + REMEMBERED)

    @pytest.mark.parametrize(("seconds", "lately"), [(0, True), (59, True), (60, False)])
    def test_was_seen_lately_for_a_minute(self, seconds: int, *, lately: bool) -> None:
        assert a_session().was_seen_lately(NOON + seconds * SECOND) is lately

    def test_does_not_show_what_would_name_it(self) -> None:
        assert "a fingerprint" not in repr(a_session())


class TestASessionThatOpens:
    def test_is_seen_at_once(self) -> None:
        session = opened("Firefox")

        assert session == attrs.evolve(a_session("f"), device="Firefox")

    def test_keeps_what_can_be_printed_of_a_device(self) -> None:
        assert opened("Fire\x00fox\r\n\x1b[31m \u202e").device == "Firefox[31m "

    def test_keeps_no_more_than_two_hundred_characters_of_it(self) -> None:
        assert opened("x" * 1000).device == "x" * 200


def opened(device: str) -> Session:
    return Session.opened("f", account=ALICE, at=NOON, device=device, is_remembered=False)

from datetime import timedelta

import attrs
import pytest

from siegvo.domain.accounts.session import Session
from tests.support.builders.accounts import ALICE, NOON, a_session

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
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

    def test_asks_for_another_value_after_a_pause_it_was_remembered_through(self) -> None:
        session = a_session(remembered=True)

        assert not session.wants_new_key(NOON + IDLE)
        assert session.wants_new_key(NOON + IDLE + SECOND)
        assert not a_session().wants_new_key(NOON + IDLE + SECOND)

    def test_is_proved_for_ten_minutes(self) -> None:
        session = a_session().proved("another", at=NOON + LONGEST)

        assert session.is_proved(NOON + LONGEST + 10 * MINUTE)
        assert not session.is_proved(NOON + LONGEST + 10 * MINUTE + SECOND)
        assert not a_session().is_proved(NOON + 10 * MINUTE + SECOND)

    def test_tells_a_browser_how_long_to_keep_its_cookie(self) -> None:
        assert a_session().lasts(NOON) is None
        assert a_session(remembered=True).lasts(NOON + IDLE) == REMEMBERED - IDLE

    @pytest.mark.parametrize(("seconds", "lately"), [(0, True), (59, True), (60, False)])
    def test_was_seen_lately_for_a_minute(self, seconds: int, *, lately: bool) -> None:
        assert a_session().was_seen_lately(NOON + seconds * SECOND) is lately

    def test_does_not_show_what_would_name_it(self) -> None:
        assert "a fingerprint" not in repr(a_session())


class TestAReplacedSession:
    session = attrs.evolve(a_session(remembered=True), replaced_at=NOON)

    def test_is_good_for_a_minute_more(self) -> None:
        assert self.session.is_alive(NOON + MINUTE)
        assert not self.session.is_alive(NOON + MINUTE + SECOND)

    def test_tells_of_a_thief_from_then_on(self) -> None:
        assert not self.session.is_replayed(NOON + MINUTE)
        assert self.session.is_replayed(NOON + MINUTE + SECOND)
        assert self.session.is_replayed(NOON + REMEMBERED - SECOND)

    def test_tells_nothing_once_its_family_is_over(self) -> None:
        assert not self.session.is_replayed(NOON + REMEMBERED)

    def test_is_not_replaced_again(self) -> None:
        assert not self.session.wants_new_key(NOON + LONGEST)


class TestASessionThatOpens:
    def test_is_seen_at_once(self) -> None:
        assert opened("Firefox") == a_session("f")

    def test_keeps_what_can_be_printed_of_a_device(self) -> None:
        assert opened("Fire\x00fox\r\n\x1b[31m \u202e").device == "Firefox[31m "

    def test_keeps_no_more_than_two_hundred_characters_of_it(self) -> None:
        assert opened("x" * 1000).device == "x" * 200


def opened(device: str) -> Session:
    return Session.opened("f", family=a_session("f").family, account=ALICE, at=NOON, device=device)

from datetime import date, timedelta

import attrs
import pytest

from siegvo.domain.announcements.announcement import (
    AlreadyOver,
    Announcement,
    AnnouncementWithdrawn,
    EndsBeforeItBegins,
    Notice,
)
from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import (
    AnnouncementText,
    Headline,
    InvalidAnnouncementText,
    InvalidHeadline,
)
from tests.support.builders.accounts import NOON

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 3)
DAY = timedelta(days=1)
CUT = Notice(
    headline=Headline("Coupure d’eau"),
    text=AnnouncementText("De 8 h à 12 h."),
    communes=(Commune("Amanvillers"), Commune("Vernéville")),
    first_day=FIRST,
    last_day=LAST,
)
PUBLISHED = Announcement(number=1, notice=CUT, published_at=NOON)


class TestNotice:
    def test_concerns_its_communes(self) -> None:
        assert CUT.concerns(frozenset({Commune("VERNEVILLE"), Commune("METZ")}))
        assert not CUT.concerns(frozenset({Commune("METZ")}))
        assert not CUT.concerns(frozenset())

    def test_without_communes_concerns_everybody(self) -> None:
        assert attrs.evolve(CUT, communes=()).concerns(frozenset())

    @pytest.mark.parametrize("today", [FIRST - DAY, FIRST, LAST])
    def test_may_be_published_until_its_last_day(self, today: date) -> None:
        CUT.check(today=today)

    def test_may_have_no_last_day(self) -> None:
        attrs.evolve(CUT, last_day=None).check(today=LAST + DAY)

    def test_is_not_published_when_it_is_over(self) -> None:
        with pytest.raises(AlreadyOver):
            CUT.check(today=LAST + DAY)

    def test_does_not_end_before_it_begins(self) -> None:
        with pytest.raises(EndsBeforeItBegins):
            attrs.evolve(CUT, last_day=FIRST - DAY).check(today=FIRST - DAY)


class TestAnnouncement:
    @pytest.mark.parametrize(
        ("day", "shown"),
        [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)],
    )
    def test_is_shown_from_its_first_day_to_its_last(self, day: date, *, shown: bool) -> None:
        assert PUBLISHED.is_shown_on(day) is shown

    def test_without_a_last_day_is_shown_until_it_is_withdrawn(self) -> None:
        lasting = attrs.evolve(PUBLISHED, notice=attrs.evolve(CUT, last_day=None))

        assert lasting.is_shown_on(date(2036, 1, 1))
        assert not lasting.withdraw(at=NOON).is_shown_on(FIRST)

    def test_is_withdrawn_once(self) -> None:
        with pytest.raises(AnnouncementWithdrawn):
            PUBLISHED.withdraw(at=NOON).withdraw(at=NOON)


class TestWording:
    def test_has_its_headline_on_one_line(self) -> None:
        assert Headline.parse(" Coupure \n d’eau ").text == "Coupure d’eau"

    def test_keeps_the_lines_of_its_text(self) -> None:
        assert AnnouncementText.parse("Demain.\r\nDès 8 h.\x00").text == "Demain.\nDès 8 h."

    @pytest.mark.parametrize("text", ["", " \n ", "\u202e", "a" * 121])
    def test_needs_a_headline(self, text: str) -> None:
        with pytest.raises(InvalidHeadline):
            Headline.parse(text)

    @pytest.mark.parametrize("text", ["", " \n ", "\u202e", "a" * 2001])
    def test_needs_a_text(self, text: str) -> None:
        with pytest.raises(InvalidAnnouncementText):
            AnnouncementText.parse(text)

"""What every implementation of `Announcements` promises."""

from datetime import date

import attrs
import pytest

from siegvo.application.repositories.announcements import AnnouncementNotFound
from siegvo.domain.announcements.announcement import Notice
from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from tests.support.builders.accounts import NOON
from tests.support.builders.contracts import a_payer, a_tenure
from tests.support.store import Store

CUT = Notice(
    headline=Headline("Coupure d’eau"),
    text=AnnouncementText("De 8 h à 12 h.\nFaites des réserves."),
    communes=(Commune("Vernéville"), Commune("Amanvillers")),
    first_day=date(2026, 12, 1),
    last_day=date(2026, 12, 3),
)
HOURS = Notice(
    headline=Headline("Horaires"), text=AnnouncementText("Dès 8 h."), first_day=date(2027, 1, 1)
)


def test_announcements_come_back_the_newest_first(store: Store) -> None:
    with store.begin() as work:
        cut = work.announcements.add(CUT, at=NOON)
        hours = work.announcements.add(HOURS, at=NOON)

    with store.look() as readers:
        assert readers.announcements.all() == (hours, cut)
    assert (cut.notice, hours.notice) == (CUT, HOURS)
    assert [commune.name for commune in cut.notice.communes] == ["Vernéville", "Amanvillers"]


def test_what_an_announcement_became_is_kept(store: Store) -> None:
    with store.begin() as work:
        cut = work.announcements.add(CUT, at=NOON)
        work.announcements.add(HOURS, at=NOON)
        work.announcements.save(cut.withdraw(at=NOON))

    with store.begin() as work:
        assert work.announcements.numbered(cut.number) == attrs.evolve(cut, withdrawn_at=NOON)
        assert [each.withdrawn_at for each in work.announcements.all()] == [None, NOON]


def test_a_number_that_was_never_given_is_not_found(store: Store) -> None:
    with store.begin() as work, pytest.raises(AnnouncementNotFound):
        work.announcements.numbered(1)


def test_communes_without_a_contract_are_told(store: Store) -> None:
    store.know(a_payer(), a_tenure())

    with store.begin() as work:
        missing = work.announcements.not_served(
            [Commune("Metz"), Commune("Gravelotte"), Commune("Nancy")]
        )

    assert [commune.name for commune in missing] == ["Metz", "Nancy"]

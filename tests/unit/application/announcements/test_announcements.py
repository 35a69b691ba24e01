from datetime import timedelta

import pytest

from siegvo.application.announcements.publish_announcement import CommuneNotServed
from siegvo.application.portal import Portal, assemble
from siegvo.application.repositories.announcements import AnnouncementNotFound
from siegvo.domain.announcements.announcement import (
    AlreadyOver,
    Announcement,
    AnnouncementWithdrawn,
    EndsBeforeItBegins,
)
from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from siegvo.domain.kernel.actor import Actor
from tests.support.builders.contracts import a_payer, a_tenure
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

CLERK = Actor.staff("clerk")
HERE, THERE = "GRAVELOTTE", "METZ"
DAY = timedelta(days=1)


@pytest.fixture
def portal(world: World, surroundings: Surroundings) -> Portal:
    world.know(a_payer(), a_tenure())
    return assemble(surroundings.around(world))


def announced(portal: Portal, headline: str = "Coupure", *communes: str) -> Announcement:
    return portal.announcements.publish_announcement(
        headline=Headline(headline),
        text=AnnouncementText("De 8 h à 12 h."),
        communes=[Commune(name) for name in communes],
        actor=CLERK,
    )


def read_in(portal: Portal, *towns: str) -> list[str]:
    shown = portal.announcements.show_announcements(towns=towns)
    return [each.notice.headline.text for each in shown]


class TestAnAnnouncement:
    def test_is_read_where_it_concerns_somebody(self, portal: Portal) -> None:
        announced(portal, "Coupure", "Gravelotte")

        assert read_in(portal, HERE) == ["Coupure"]
        assert read_in(portal, THERE) == []
        assert read_in(portal) == []

    def test_for_everybody_is_read_everywhere(self, portal: Portal) -> None:
        announced(portal, "Coupure")
        announced(portal, "Horaires")

        assert read_in(portal, THERE) == read_in(portal) == ["Horaires", "Coupure"]

    def test_begins_today_unless_it_says_otherwise(
        self, portal: Portal, surroundings: Surroundings
    ) -> None:
        published = announced(portal)

        assert published.notice.first_day == surroundings.clock.today()
        assert published.notice.last_day is None

    def test_names_a_commune_once(self, portal: Portal) -> None:
        published = announced(portal, "Coupure", "Gravelotte", "GRAVELOTTE")

        assert published.notice.communes == (Commune("Gravelotte"),)

    def test_is_for_communes_that_are_served(self, portal: Portal) -> None:
        with pytest.raises(CommuneNotServed) as refused:
            announced(portal, "Coupure", "Gravelotte", "Gravelote")

        assert str(refused.value.commune) == "Gravelote"
        assert portal.announcements.list_announcements() == ()

    @pytest.mark.parametrize(
        ("first", "last", "refusal"),
        [(1, 0, EndsBeforeItBegins), (-3, -1, AlreadyOver)],
    )
    def test_may_be_read_one_day(
        self,
        portal: Portal,
        surroundings: Surroundings,
        first: int,
        last: int,
        refusal: type[Exception],
    ) -> None:
        today = surroundings.clock.today()
        with pytest.raises(refusal):
            portal.announcements.publish_announcement(
                headline=Headline("Coupure"),
                text=AnnouncementText("Demain."),
                first_day=today + first * DAY,
                last_day=today + last * DAY,
                actor=CLERK,
            )

    def test_is_withdrawn_and_kept(self, portal: Portal) -> None:
        number = announced(portal).number

        portal.announcements.withdraw_announcement(number, actor=CLERK)

        assert read_in(portal) == []
        assert [each.number for each in portal.announcements.list_announcements()] == [number]
        with pytest.raises(AnnouncementWithdrawn):
            portal.announcements.withdraw_announcement(number, actor=CLERK)

    def test_was_published_once(self, portal: Portal) -> None:
        with pytest.raises(AnnouncementNotFound):
            portal.announcements.withdraw_announcement(7, actor=CLERK)

"""What the service announces, read on the portal."""

from siegvo.domain.announcements.commune import Commune
from siegvo.domain.announcements.wording import AnnouncementText, Headline
from siegvo.domain.kernel.actor import Actor
from tests.support.browser import Browser
from tests.support.database import statements_noted
from tests.support.sample_portal import SamplePortal

CLERK = Actor.staff("accueil")
IN_PLESNOIS, IN_ROMBAS = "100200423", "100200312"


def announced(service: SamplePortal, headline: str, *communes: str) -> int:
    published = service.portal.announcements.publish_announcement(
        headline=Headline(headline),
        text=AnnouncementText("De 8 h à 12 h.\n<b>Faites des réserves.</b>"),
        communes=[Commune(name) for name in communes],
        actor=CLERK,
    )
    return published.number


def read_by(browser: Browser) -> str:
    return browser.ask("GET", "/tableau-de-bord").get_data(as_text=True)


class TestAnAnnouncement:
    def test_is_read_by_those_it_concerns(self, service: SamplePortal) -> None:
        announced(service, "Coupure d’eau", "Plesnois")

        dashboard = read_by(service.subscriber(IN_PLESNOIS))

        assert "<h2>Coupure d’eau</h2>" in dashboard
        assert "publié le 23/11/2026" in dashboard
        assert "Coupure d’eau" not in read_by(
            service.subscriber(IN_ROMBAS, email="karim@exemple.fr")
        )

    def test_is_plain_text_line_by_line(self, service: SamplePortal) -> None:
        announced(service, "Coupure <i>d’eau</i>")

        dashboard = read_by(service.subscriber(IN_PLESNOIS))

        assert "Coupure &lt;i&gt;d’eau&lt;/i&gt;" in dashboard
        assert "<p>De 8 h à 12 h.</p>" in dashboard
        assert "<p>&lt;b&gt;Faites des réserves.&lt;/b&gt;</p>" in dashboard

    def test_for_everybody_meets_those_without_a_contract(self, service: SamplePortal) -> None:
        announced(service, "Horaires")
        announced(service, "Coupure d’eau", "Plesnois")
        welcome = service.subscriber().ask("GET", "/bienvenue").get_data(as_text=True)

        assert "Horaires" in welcome
        assert "Coupure d’eau" not in welcome

    def test_is_gone_once_it_is_withdrawn(self, service: SamplePortal) -> None:
        number = announced(service, "Coupure d’eau")
        browser = service.subscriber(IN_PLESNOIS)
        service.portal.announcements.withdraw_announcement(number, actor=CLERK)

        assert "Coupure d’eau" not in read_by(browser)

    def test_costs_a_dashboard_one_question_and_none_without_it(
        self, service: SamplePortal
    ) -> None:
        browser = service.subscriber(IN_PLESNOIS)
        browser.ask("GET", "/tableau-de-bord")
        with statements_noted() as without:
            read_by(browser)
        announced(service, "Coupure d’eau")

        with statements_noted() as noted:
            read_by(browser)

        assert len(noted) == len(without) + 1

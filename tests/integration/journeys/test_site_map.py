"""The second way to find a page."""

import pytest

from tests.support.page import Page
from tests.support.sample_portal import SamplePortal

MAP = "/plan-du-site"
_HOME = "/"


def _frame(page: Page) -> set[str]:
    """Return where the header and the footer lead: everywhere but to mailboxes and telephones."""
    around = [page.only("header"), page.only("footer")]
    links = {link["href"] for part in around for link in part.all("a")}
    return {href for href in links if href.startswith("/")} - {_HOME, MAP}


class TestTheSiteMap:
    @pytest.mark.parametrize("is_signed_in", [True, False])
    def test_leads_wherever_the_frame_does(
        self, service: SamplePortal, *, is_signed_in: bool
    ) -> None:
        browser = service.subscriber("100200423") if is_signed_in else service.visitor()

        page = browser.open("/contact")
        assert [link["href"] for link in page.only("footer").all("a")].count(MAP) == 1
        page = browser.follow("Plan du site")

        assert page.path == MAP
        assert _frame(page) <= {link["href"] for link in page.main.all("a")}

    def test_shows_a_stranger_nothing_to_be_turned_away_from(self, service: SamplePortal) -> None:
        stranger = service.visitor()
        page = stranger.open(MAP)

        for link in page.main.all("a"):
            assert stranger.ask("GET", link["href"]).status_code == 200, link

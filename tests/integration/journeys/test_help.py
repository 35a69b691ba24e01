"""Whoever wonders what a page is for is one click from being told."""

from collections.abc import Iterator

from siegvo.entrypoints.web.help import PAGE, TOPICS
from tests.support.browser import Browser
from tests.support.every_form import NUMBER
from tests.support.page import Page
from tests.support.sample_portal import SamplePortal

SUBJECTS = {
    "/connexion": "commencer",
    "/inscription": "commencer",
    "/mot-de-passe-oublie": "mon-compte",
    "/contact": "contact",
    "/verification": "attestation",
    "/tableau-de-bord": "tableau-de-bord",
    "/factures": "factures",
    "/consommations": "consommations",
    "/demarches": "demarches",
    "/demarches/nouvelle/fuite": "demarches",
    "/demarches/nouvelle/fuite?pour=attestation": "consommation-anormale",
    "/mon-compte": "mon-compte",
    "/contrats/lier": "lier-un-contrat",
    f"/contrats/{NUMBER}/releve": "releve",
    f"/contrats/{NUMBER}/e-facture": "e-facture",
    f"/contrats/{NUMBER}/mode-de-reglement": "mode-de-reglement",
}


def _pages(service: SamplePortal, browser: Browser) -> Iterator[Page]:
    """Yield every page that an address without a name in it leads to."""
    rules = (
        rule.rule for rule in service.app.url_map.iter_rules() if "GET" in (rule.methods or ())
    )
    for path in (*(rule for rule in rules if "<" not in rule), f"/contrats/{NUMBER}/releve"):
        answer = browser.ask("GET", path)
        if answer.mimetype == "text/html" and answer.status_code != 303:
            yield Page(path=path, status=answer.status_code, source=answer.text)


def _help(page: Page) -> list[str]:
    return [href for href in page.links().values() if href.startswith(f"{PAGE}#")]


class TestHelp:
    def test_is_linked_from_every_page_and_there(self, service: SamplePortal) -> None:
        about = service.visitor().open(PAGE)
        anchors = {each["id"] for each in about.main.all("li")}
        assert anchors == {topic.anchor for topic in TOPICS.values()}

        for browser in (service.visitor(), service.subscriber(NUMBER)):
            pages = [page for page in _pages(service, browser) if page.path != PAGE]
            assert len(pages) > 15
            for page in pages:
                (link,) = _help(page)
                assert link.removeprefix(f"{PAGE}#") in anchors, page.path

    def test_is_linked_from_what_went_wrong_too(self, service: SamplePortal) -> None:
        answer = service.visitor().ask("GET", "/nulle-part")

        page = Page(path="/nulle-part", status=404, source=answer.text)
        assert _help(page) == [f"{PAGE}#contact"]

    def test_is_about_the_page(self, service: SamplePortal) -> None:
        stranger, subscriber = service.visitor(), service.subscriber(NUMBER)

        for path, subject in SUBJECTS.items():
            is_private = stranger.ask("GET", path).status_code == 303
            page = (subscriber if is_private else stranger).open(path)
            assert _help(page) == [f"{PAGE}#{subject}"], path

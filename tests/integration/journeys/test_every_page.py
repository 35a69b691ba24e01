"""What holds for every page that a link leads to."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest

from tests.support.answer_rules import check_headers
from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.page import Page
from tests.support.sample_portal import SamplePortal

_REFERRED = re.compile(r'url\("?(?!data:)([^")#]+)"?\)')
_HANDED_OVER = (".csv", ".json", ".pdf", ".zip")

TABS = ("/tableau-de-bord", "/factures", "/consommations", "/demarches", "/mon-compte")


def _links(page: Page) -> Iterator[str]:
    for link in page.tree.all("a"):
        target = urlsplit(urljoin(page.path, link["href"]))
        if target.scheme in {"mailto", "tel"}:
            continue
        assert not target.netloc, f"a link leads elsewhere: {link['href']}"
        yield target._replace(fragment="").geturl()


def _crawl(browser: Browser, *begin: str) -> dict[str, Page]:
    """Open every page that can be reached by links; the browser checks each."""
    seen: dict[str, Page] = {}
    files: set[str] = set()
    waiting = list(begin)
    while waiting:
        path = waiting.pop()
        if path in seen or path in files:
            continue
        if urlsplit(path).path.endswith(_HANDED_OVER):
            assert browser.ask("HEAD", path).status_code == 200, path
            files.add(path)
        else:
            seen[path] = browser.open(path)
            waiting += _links(seen[path])
    return seen


def _files(page: Page) -> Iterator[str]:
    for each in page.tree.all("link", "img", "source", "script"):
        found = each["href"] if each.tag == "link" else each["src"] or each["srcset"]
        yield found


def _fetched(browser: Browser, file: str) -> str:
    with browser.client.get(file) as answer:
        assert answer.status_code == 200, file
        check_headers(answer, is_file=True)
        content: bytes = answer.data
        return content.decode("utf-8", "replace")


class TestEveryPage:
    def test_leads_somewhere_for_a_stranger(self, service: SamplePortal) -> None:
        pages = _crawl(service.visitor(), "/")

        assert len(pages) >= 9
        assert not any("Se déconnecter" in page for page in pages.values())

    @pytest.mark.parametrize("numbers", [(), ("100200423",), ("100200334", "100200317")])
    def test_leads_somewhere_for_a_subscriber(
        self, service: SamplePortal, numbers: tuple[str, ...]
    ) -> None:
        browser = service.subscriber(*numbers)
        if "100200423" in numbers:
            browser.submit("/contrats/100200423/releve", index="570")

        pages = _crawl(browser, "/", "/demarches", *TABS)

        assert len(pages) >= 12
        assert all("Se déconnecter" in page for page in pages.values())

    def test_marks_the_tab_one_is_on(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423")

        for path in TABS:
            page = browser.open(path)
            current = [
                link["href"] for link in page.tree.all("a") if link["aria-current"] == "page"
            ]
            assert current == [path]

    def test_has_a_title_of_its_own(self, service: SamplePortal) -> None:
        for pages in (
            _crawl(service.visitor(), "/connexion"),
            _crawl(service.subscriber("100200423"), *TABS),
        ):
            titles = {urlsplit(page.path).path: page.title for page in pages.values()}
            assert len(set(titles.values())) == len(titles)

    def test_writes_nothing_by_being_opened(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200334")
        before = contents(service.database.engine)

        for path in _crawl(browser, *TABS):
            assert not browser.ask("HEAD", path).data

        assert contents(service.database.engine) == before

    def test_is_private_to_those_who_have_signed_in(self, service: SamplePortal) -> None:
        stranger = service.visitor()

        for path in (*TABS, "/bienvenue", "/contrats/lier", "/contrats/lies"):
            assert stranger.ask("GET", path).headers["Location"].startswith("/connexion?next=")
            assert stranger.ask("HEAD", path).status_code == 303

    def test_shows_no_secret(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423", "100200334")

        for page in _crawl(browser, *TABS).values():
            assert "X65VJBXV" not in page.source
            assert not re.search(r"\$2b\$|sg1\$|siegvo=", page.source)


class TestEveryFile:
    def test_is_there_and_may_be_kept_for_good(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423")
        files = {each for page in _crawl(browser, *TABS).values() for each in _files(page)}
        assert any(each.endswith("portal.css") for each in files)
        for sheet in [each for each in files if each.endswith(".css")]:
            styles = _fetched(browser, sheet)
            files |= {urljoin(sheet, each) for each in _REFERRED.findall(styles)}

        for file in files:
            assert _fetched(browser, file)

    def test_that_is_not_there_is_not_kept(self, service: SamplePortal) -> None:
        stranger = service.visitor()

        assert stranger.ask("GET", "/static/0123456789ab/portal.css").status_code == 404
        assert stranger.ask("GET", "/static/portal.css").status_code == 404


class TestOverHttps:
    def test_every_answer_is_as_strict_as_can_be(self, secure_service: SamplePortal) -> None:
        browser = secure_service.subscriber("100200423")

        cookie = browser.client.get_cookie("__Host-siegvo", domain="abonnes.exemple.fr")
        assert cookie is not None
        assert cookie.secure
        assert browser.open("/tableau-de-bord").path == "/tableau-de-bord"
        assert browser.ask("GET", "/rien").status_code == 404

    def test_the_session_ends_in_the_browser_too(self, secure_service: SamplePortal) -> None:
        browser = secure_service.subscriber("100200423")
        browser.open("/demarches")

        page = browser.press("Se déconnecter")

        assert "Vous êtes déconnecté." in page

"""The token that every form carries: one for a browser, made once."""

import re

from siegvo.entrypoints.web import csrf
from tests.support.browser import Browser
from tests.support.sample_portal import SamplePortal


def _tokens(browser: Browser, path: str) -> set[str]:
    page = browser.ask("GET", path).text
    return set(re.findall(r'name="csrf_token"[^>]* value="([^"]+)"', page))


class TestTheTokenOfABrowser:
    def test_is_the_same_on_every_page_and_in_every_form(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423")

        (token,) = _tokens(browser, "/tableau-de-bord")

        assert _tokens(browser, "/contrats/100200423/releve") == {token}
        assert _tokens(browser, "/tableau-de-bord") == {token}

    def test_is_not_that_of_another(self, service: SamplePortal) -> None:
        one, other = service.visitor(), service.visitor()

        assert not _tokens(one, "/connexion") & _tokens(other, "/connexion")

    def test_is_signed_once(self, service: SamplePortal) -> None:
        browser = service.subscriber("100200423")
        browser.ask("GET", "/tableau-de-bord")
        before = csrf.signed.cache_info().misses

        browser.ask("GET", "/tableau-de-bord")
        browser.ask("GET", "/contrats/100200423/releve")

        assert csrf.signed.cache_info().misses == before

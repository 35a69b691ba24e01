"""What each page makes the interpreter do: a number that no neighbour changes, unlike time."""

from typing import Final

import pytest
from werkzeug.test import EnvironBuilder

from tests.support.browser import Browser
from tests.support.calls import calls_to_serve
from tests.support.sample_portal import SamplePortal

MOST: Final = {
    "/connexion": 1_100,
    "/tableau-de-bord": 900,
    "/factures": 2_300,
    "/consommations": 2_700,
    "/demarches": 1_050,
    "/sante": 300,
}
"""Two fifths more than each takes; before anybody counted they took about twice as many."""

_FOR_ALL: Final = {"/connexion", "/sante"}


class TestAHotPage:
    @pytest.mark.parametrize("path", MOST)
    def test_calls_few_functions(self, service: SamplePortal, path: str) -> None:
        cookie = "" if path in _FOR_ALL else _cookie_of(service.subscriber("100200423"))
        environ = EnvironBuilder(
            path, base_url=service.site.public_url, headers=[("Cookie", cookie)]
        ).get_environ()
        for _ in range(2):  # what is done once has been done
            calls_to_serve(service.app, dict(environ))

        calls = calls_to_serve(service.app, dict(environ))

        assert calls <= MOST[path]


def _cookie_of(browser: Browser) -> str:
    kept = browser.client.get_cookie("siegvo")
    assert kept
    return f"siegvo={kept.value}"

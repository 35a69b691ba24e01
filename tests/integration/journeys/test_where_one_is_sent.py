"""`next` says where to go after signing in: never elsewhere than to a page of ours."""

from urllib.parse import quote

import pytest

from tests.support.browser import Browser
from tests.support.sample_portal import PASSWORD, SamplePortal

HOSTILE = (
    "http://mechant.example",
    "http:///mechant.example",
    "https://mechant.example/tableau-de-bord",
    "ftp://mechant.example",
    "//mechant.example",
    "///mechant.example",
    "////mechant.example",
    "/\\mechant.example",
    "\\\\mechant.example",
    "\\/mechant.example",
    "/\\/mechant.example",
    "/ /mechant.example",
    "/\t/mechant.example",
    "/\n/mechant.example",
    "/\r/mechant.example",
    "/%09/mechant.example",
    "/%0a/mechant.example",
    "/%2f/mechant.example",
    "/%2f%2fmechant.example",
    "/%5cmechant.example",
    "/%252fmechant.example",
    "/.//mechant.example",
    "/..//mechant.example",
    "/./../mechant.example",
    "/%2e%2e/mechant.example",
    "/tableau-de-bord//mechant.example",
    "http:mechant.example",
    "http:\\\\mechant.example",
    "http:/mechant.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "mailto:x@mechant.example",
    "mechant.example",
    "@mechant.example",
    "/@mechant.example",
    "//localhost@mechant.example",
    "//localhost:pass@mechant.example",
    "http://localhost@mechant.example",
    "http://localhost.mechant.example",
    "http://[::1]/",
    "/mon-compte\r\nSet-Cookie: a=b",
    "/mon-compte\x00",
    "\x08//mechant.example",
    "\x1f//mechant.example",
    " //mechant.example",
    "/mon-compte#@mechant.example",
    "/mon-compte?a=<script>",
    "/é",
    "/%C3%A9",
    "/\u2028/mechant.example",
    "\uff0f\uff0fmechant.example",
    "/" + "a" * 400,
    "",
    "/connexion",
    "/connexion?next=/connexion",
    "/deconnexion",
    "/static/x",
    "?next=//mechant.example",
)
OURS = ("/mon-compte", "/consommations?contrat=100200423", "/contrats/100200423/releve")


@pytest.fixture
def loic(service: SamplePortal) -> Browser:
    return service.subscriber("100200423")


class TestWhereOneIsSent:
    def test_is_the_dashboard_rather_than_elsewhere(self, loic: Browser) -> None:
        sent = {
            wanted: loic.ask("GET", f"/connexion?next={quote(wanted, safe='')}").headers["Location"]
            for wanted in HOSTILE
        }

        assert set(sent.values()) == {"/tableau-de-bord"}, sent

    def test_is_where_one_wanted_to_go(self, loic: Browser) -> None:
        for wanted in OURS:
            answer = loic.ask("GET", f"/connexion?next={quote(wanted, safe='')}")

            assert answer.headers["Location"] == wanted

    def test_is_checked_again_when_the_form_comes_back(self, service: SamplePortal) -> None:
        service.account("100200423")
        for wanted in ("//mechant.example", "/\\mechant.example", OURS[0]):
            browser = service.visitor()

            sending = browser.prepare(
                "/connexion",
                email="odile.marchal@exemple.fr",
                password=PASSWORD,
                next=wanted,
            )

            expected = wanted if wanted in OURS else "/tableau-de-bord"
            assert browser.transmit(sending).headers["Location"] == expected

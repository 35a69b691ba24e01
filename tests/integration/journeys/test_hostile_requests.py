"""What no browser sends by itself, and somebody will."""

from io import BytesIO

import pytest

from tests.support.browser import Browser
from tests.support.contents import contents
from tests.support.page import Page
from tests.support.sample_portal import PASSWORD, SamplePortal

WRONG_HOSTS = (
    "mechant.example",
    "localhost.mechant.example",
    "mechant.localhost",
    "localhost@mechant.example",
    "mechant.example:80",
    "mechant.example#localhost",
    "localhost mechant.example",
    "127.0.0.1",
    "[::1]",
    "0",
    "siegvo.com",
    "localhost\\mechant.example",
    "xn--localhost",
    "localhost/..",
)
FIXED = ("A" * 43, "x", "0", "A" * 200, "../../etc/passwd", "siegvo", "%00", "é")
STRANGE = (
    "\x00",
    "a\x00b",
    "\u202emechant",
    "\u200b",
    "😀" * 3,
    "١٢٣",
    "\uff11\uff12",
    "1e9",
    "-1",
    "NaN",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{ 7 * 7 }}",
    "%s%n{0}",
    "a" * 10_000,
    "\r\nSet-Cookie: siegvo=x",
)


_A_PHOTO = b"""\
--limit\r
Content-Disposition: form-data; name="photo"; filename="photo.jpg"\r
\r
"""


def _part(rank: int) -> str:
    return f'--limit\r\nContent-Disposition: form-data; name="field{rank}"\r\n\r\nx\r\n'


@pytest.fixture
def loic(service: SamplePortal) -> Browser:
    return service.subscriber("100200423")


class TestAWrongHost:
    def test_is_served_nothing(self, service: SamplePortal) -> None:
        stranger = service.visitor()

        answers = {
            host: stranger.ask("GET", "/connexion", headers={"Host": host}).status_code
            for host in WRONG_HOSTS
        }

        assert set(answers.values()) == {400}, answers

    def test_is_not_believed_through_a_proxy_nobody_knows(self, service: SamplePortal) -> None:
        stranger = service.visitor()
        headers = {
            "X-Forwarded-Host": "mechant.example",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": "203.0.113.9",
            "Forwarded": "host=mechant.example",
        }

        answer = stranger.ask("GET", "/mon-compte", headers=headers)

        assert answer.headers["Location"] == "/connexion?next=%2Fmon-compte"
        assert "mechant" not in stranger.ask("GET", "/connexion", headers=headers).text


class TestAMethodNobodyDeclared:
    def test_is_refused_and_told_the_others(self, service: SamplePortal) -> None:
        stranger, before = service.visitor(), contents(service.database.engine)

        for path, allowed in (
            ("/connexion", "GET, HEAD, OPTIONS, POST"),
            ("/tableau-de-bord", "GET, HEAD, OPTIONS"),
            ("/contrats/100200423/releve", "GET, HEAD, OPTIONS, POST"),
            ("/deconnexion", "OPTIONS, POST"),
            ("/sante", "GET, HEAD, OPTIONS"),
        ):
            for method in ("PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND"):
                answer = stranger.ask(method, path, data={"a": "b"})
                assert answer.status_code in {403, 405}, (method, path)
                if answer.status_code == 405:
                    assert ", ".join(sorted(answer.headers["Allow"].split(", "))) == allowed
        assert contents(service.database.engine) == before

    def test_is_told_the_others_even_when_it_brings_nothing(self, service: SamplePortal) -> None:
        answer = service.visitor().ask("DELETE", "/connexion")

        assert (answer.status_code, "GET" in answer.headers["Allow"]) == (405, True)
        assert service.visitor().ask("POST", "/nulle-part").status_code == 404

    def test_is_not_smuggled_in(self, service: SamplePortal, loic: Browser) -> None:
        before = contents(service.database.engine)

        answer = loic.ask(
            "GET", "/mon-compte?_method=POST", headers={"X-HTTP-Method-Override": "DELETE"}
        )

        assert answer.status_code == 200
        assert contents(service.database.engine) == before


class TestTooMuch:
    def test_is_refused_before_it_is_read(self, service: SamplePortal, loic: Browser) -> None:
        sending = loic.prepare("/contrats/100200423/releve", index="570")
        before = contents(service.database.engine)

        heavy = loic.ask(
            "POST",
            sending.action,
            data=b"--limit\r\n" + b"x" * 7 * 2**20,
            content_type="multipart/form-data; boundary=limit",
            headers={"Referer": "http://localhost/contrats/100200423/releve"},
        )
        photo = loic.ask(
            "POST",
            sending.action,
            data=_A_PHOTO + b"x" * 7 * 2**20 + b"\r\n--limit--\r\n",
            content_type="multipart/form-data; boundary=limit",
        )
        wordy = loic.ask(
            "POST", sending.action, data=dict(sending.fields) | {"index": "5" * 70_000}
        )
        many = loic.ask(
            "POST",
            sending.action,
            data="".join(_part(rank) for rank in range(100)) + "--limit--\r\n",
            content_type="multipart/form-data; boundary=limit",
        )

        answers = (heavy, photo, wordy, many)
        assert [answer.status_code for answer in answers] == [413] * 4
        said = Page(path=sending.action, status=413, source=heavy.text)
        assert said.heading == "Ce fichier est trop lourd"
        assert "Un envoi pèse 6 Mo au plus" in said
        assert said.links()["Rouvrir le formulaire"] == "/contrats/100200423/releve"
        assert "Rouvrir le formulaire" not in photo.text
        assert contents(service.database.engine) == before

    def test_is_not_waited_for_when_nobody_says_how_much(self, loic: Browser) -> None:
        answer = loic.ask(
            "POST",
            "/contrats/100200423/releve",
            input_stream=BytesIO(b"5\r\nindex\r\n0\r\n\r\n"),
            headers={"Transfer-Encoding": "chunked"},
        )

        assert answer.status_code == 411


class TestACookieSomebodyElseChose:
    def test_never_becomes_a_session(self, service: SamplePortal) -> None:
        service.account("100200423")
        for value in FIXED:
            victim, thief = service.visitor(), service.visitor()
            for browser in (victim, thief):
                browser.client.set_cookie("siegvo", value)

            victim.submit("/connexion", email="odile.marchal@exemple.fr", password=PASSWORD)

            kept = victim.client.get_cookie("siegvo")
            assert kept is not None
            assert kept.value != value
            assert victim.open("/mon-compte").path == "/mon-compte"
            assert thief.open("/mon-compte").path.startswith("/connexion")


class TestStrangeText:
    def test_breaks_no_form(self, service: SamplePortal, loic: Browser) -> None:
        stranger = service.visitor()
        forms = [
            (stranger, stranger.prepare("/connexion")),
            (stranger, stranger.prepare("/inscription")),
            (stranger, stranger.prepare("/activation/renvoyer")),
            (loic, loic.prepare("/contrats/lier")),
            (loic, loic.prepare("/contrats/100200423/releve")),
        ]

        for browser, sending in forms:
            for text in STRANGE:
                data = {
                    name: value if name == "csrf_token" else text for name, value in sending.fields
                }
                answer = browser.ask("POST", sending.action, data=data)
                assert answer.status_code in {303, 409, 422, 429}, (sending.action, text)
                assert "<script>" not in answer.text

    def test_breaks_no_address(self, loic: Browser) -> None:
        for path in (
            "/tableau-de-bord?contrat=%00",
            "/tableau-de-bord?contrat=%FF%FE",
            "/consommations?contrat=%27",
            f"/tableau-de-bord?contrat={'9' * 5000}",
            "/contrats/%00/releve",
            "/contrats/..%2f..%2fetc/releve",
            "/contrats/100200423%00/releve",
            "/contrats/100-200-423/releve",
            "/contrats/100200423/releve/D-2026-000001%00",
            "/activation/%00",
            f"/activation/{'a' * 5000}",
            "/%00",
            "/%FF",
            "/static/../app.py",
            "/static/%2e%2e/app.py",
        ):
            answer = loic.ask("GET", path)
            assert answer.status_code in {200, 303, 308, 404, 422}, path
            assert "mechant" not in answer.headers.get("Location", "")

    def test_is_no_session(self, service: SamplePortal) -> None:
        stranger = service.visitor()

        for cookie in (
            "siegvo=\x01\x7f",
            "siegvo",
            "siegvo=a; siegvo=b",
            "siegvo=" + "é" * 300,
            "siegvo=" + "A" * 5000,
        ):
            answer = stranger.ask("GET", "/mon-compte", headers={"Cookie": cookie})
            assert answer.status_code == 303


class TestAPageUnderAnotherName:
    def test_is_not_there(self, loic: Browser) -> None:
        for path in (
            "/tableau-de-bord/x.css",
            "/tableau-de-bord.css",
            "/mon-compte/portal.js",
            "/mon-compte;x.css",
            "/factures/x.png",
            "/mon-compte%2fx.css",
            "/mon-compte%0ax.css",
            "/static/mon-compte",
        ):
            assert loic.ask("GET", path).status_code == 404, path

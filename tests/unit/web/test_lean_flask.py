from collections.abc import Iterator

import pytest
from flask import Response, request
from werkzeug.test import EnvironBuilder, run_wsgi_app

from siegvo.entrypoints.web.lean_flask import LeanFlask, Whole


@pytest.fixture
def app() -> LeanFlask:
    app = LeanFlask("pages", static_folder=None)
    app.served_at = "portail.exemple.fr"
    app.config.update(SECRET_KEY="a key", TRUSTED_HOSTS=["portail.exemple.fr"])

    @app.route("/<word>", methods=["GET", "POST"])
    def page(word: str) -> str:
        return f"{word} {request.host} {request.url_root} {request.query_string.decode()}"

    return app


@pytest.fixture
def examined(app: LeanFlask) -> list[str]:
    noted: list[str] = []
    app.before_request(lambda: noted.append(request.method))
    return noted


class TestLeanFlask:
    @pytest.mark.parametrize("host", ["portail.exemple.fr", "portail.exemple.fr:80"])
    def test_serves_its_host_however_it_is_written(self, app: LeanFlask, host: str) -> None:
        answer = app.test_client().get("/eau?page=1", headers={"Host": host})

        assert answer.text == "eau portail.exemple.fr http://portail.exemple.fr/ page=1"

    @pytest.mark.parametrize("host", ["ailleurs.example", "portail.exemple.fr.example", ""])
    def test_serves_no_other_host(self, app: LeanFlask, host: str) -> None:
        answer = app.test_client().get("/eau", headers={"Host": host})

        assert answer.status_code == 400

    def test_finds_a_page_whose_name_is_not_ascii(self, app: LeanFlask) -> None:
        answer = app.test_client().get("/été", base_url="http://portail.exemple.fr")

        assert answer.text.startswith("été ")

    @pytest.mark.parametrize(
        ("method", "path"), [("POST", "/eau"), ("GET", "/eau?page=1"), ("POST", "/eau?page=1")]
    )
    def test_examines_what_is_sent(
        self, app: LeanFlask, examined: list[str], method: str, path: str
    ) -> None:
        app.test_client().open(path, method=method, base_url="http://portail.exemple.fr")

        assert examined == [method]

    def test_has_nothing_to_examine_when_nothing_is_sent(
        self, app: LeanFlask, examined: list[str]
    ) -> None:
        app.test_client().get("/eau", base_url="http://portail.exemple.fr")

        assert not examined


class TestAWholeAnswer:
    def test_is_given_to_the_server_as_a_list(self) -> None:
        body = Whole("de l’eau")(_asked("GET"), lambda *_: lambda _: None)

        assert body == ["de l’eau".encode()]

    @pytest.mark.parametrize("status", [204, 304])
    def test_has_no_body_where_there_is_none(self, status: int) -> None:
        body = Whole("de l’eau", status=status)(_asked("GET"), lambda *_: lambda _: None)

        assert not list(body)

    def test_has_no_body_for_its_head_alone(self) -> None:
        body = Whole("de l’eau")(_asked("HEAD"), lambda *_: lambda _: None)

        assert not list(body)

    def test_is_closed_by_the_server_when_that_was_asked_for(self) -> None:
        closed: list[str] = []
        answer = Whole("de l’eau")
        answer.call_on_close(lambda: closed.append("closed"))

        body = Response.__call__(answer, _asked("GET"), lambda *_: lambda _: None)
        body.close()  # type: ignore[attr-defined]

        assert closed == ["closed"]

    def test_is_measured_when_nobody_did(self) -> None:
        _, _, headers = run_wsgi_app(Whole([b"de ", b"l'eau"]), _asked("GET"))

        assert headers["Content-Length"] == "8"

    def test_is_sent_in_pieces_when_it_comes_in_pieces(self) -> None:
        def pieces() -> Iterator[bytes]:
            yield b"de "
            yield b"l'eau"

        body = Whole(pieces())(_asked("GET"), lambda *_: lambda _: None)

        assert list(body) == [b"de ", b"l'eau"]


def _asked(method: str) -> dict[str, object]:
    return EnvironBuilder(method=method).get_environ()

"""`siegvo demo`, as a newcomer types it."""

import signal
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import pytest

from siegvo.entrypoints.demo.place import place
from siegvo.entrypoints.settings_loading import load_settings
from tests.support.programs import PATIENCE, heard, running, status

SAID_LAST = "Ctrl-C"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Give a folder for what is temporary, where no other program writes."""
    room = tmp_path / "room"
    room.mkdir()
    return room


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    return data


def payment_origin(port: int) -> SplitResult:
    """Return where the forms of the demo may lead to, beside the demo itself."""
    with closing(HTTPConnection(f"localhost:{port}")) as link:
        link.request("GET", "/connexion")
        policy = link.getresponse().headers["Content-Security-Policy"]
    return urlsplit(policy.partition("form-action 'self' ")[2].partition(";")[0])


class TestTheDemo:
    @pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
    def test_serves_a_whole_portal_and_leaves_nothing(
        self, told: signal.Signals, port: int, room: Path, data: Path
    ) -> None:
        mine = {
            "TMPDIR": str(room),
            "SIEGVO_DATA_DIR": str(data),
            "SIEGVO_PUBLIC_URL": "https://exemple.fr",
        }

        with running("demo", "--port", str(port), settings=mine) as demo:
            answers = [status(port, "/connexion"), status(port, "/demo/courrier")]
            paid_at = payment_origin(port)
            unpaid = status(paid_at.port or 0, "/tpa/paiementws.web")
            said = heard(demo, SAID_LAST)
            at_work = list(room.glob("siegvo-demo-*"))
            demo.send_signal(told)
            rest, _ = demo.communicate(timeout=PATIENCE)

        assert answers == [200, 200]
        assert unpaid == 404, "the simulator answers, at an origin of its own"
        assert paid_at.port != port
        assert demo.returncode == 0, said + rest
        for word in (f"http://localhost:{port}", "odile.marchal@exemple.fr", "900100011"):
            assert word in said
        assert len(at_work) == 1
        assert list(room.iterdir()) == []
        assert list(data.iterdir()) == []

    def test_does_not_share_a_port(self, port: int, room: Path) -> None:
        mine = {"TMPDIR": str(room)}
        with running("demo", "--port", str(port), settings=mine) as first:
            status(port, "/sante")
            with running("demo", "--port", str(port), settings=mine) as second:
                said, _ = second.communicate(timeout=PATIENCE)
            first.send_signal(signal.SIGTERM)
            first.communicate(timeout=PATIENCE)

        assert second.returncode == 1
        assert f"--port {port + 1}" in said


class TestThePlace:
    def test_may_have_payments_on_line(self) -> None:
        with place(port=8000, paid_at="http://localhost:8001") as settings:
            assert load_settings() == settings
            assert settings.payment_origin == "http://localhost:8001"

        assert not load_settings().payment_origin

    def test_gives_the_environment_back(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("SIEGVO_DATA_DIR", str(tmp_path))
        monkeypatch.setenv("SIEGVO_SMTP_URL", "smtp://mail.exemple.fr")

        with place(port=8000) as settings:
            assert load_settings() == settings
            assert settings.smtp_url is None
            folder = settings.data_dir

        assert not folder.exists()
        assert load_settings().data_dir == tmp_path
        assert load_settings().smtp_url

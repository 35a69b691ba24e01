"""`siegvo serve`, with its real server and processes."""

import signal
from pathlib import Path

import pytest

from siegvo.entrypoints.serve import MISCONFIGURED
from tests.support.programs import PATIENCE, running, status


@pytest.fixture
def settings(sqlite_url: str, tmp_path: Path) -> dict[str, str]:
    return {"SIEGVO_DATABASE_URL": sqlite_url, "SIEGVO_DATA_DIR": str(tmp_path / "data")}


class TestServe:
    @pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
    def test_answers_until_it_is_told_to_stop(
        self, settings: dict[str, str], port: int, told: signal.Signals
    ) -> None:
        with running("serve", "--port", str(port), settings=settings) as server:
            answers = [status(port, "/sante"), status(port, "/connexion"), status(port, "/absent")]
            other_host = status(port, "/sante", host="exemple.fr")
            server.send_signal(told)
            said, _ = server.communicate(timeout=PATIENCE)

        assert answers == [200, 200, 404]
        assert other_host == 400
        assert server.returncode == 0, said
        assert f"écoute sur 127.0.0.1:{port}" in said

    def test_does_not_share_a_port(self, settings: dict[str, str], port: int) -> None:
        with running("serve", "--port", str(port), settings=settings) as first:
            status(port, "/sante")
            with running("serve", "--port", str(port), settings=settings) as second:
                said, _ = second.communicate(timeout=PATIENCE)
            first.send_signal(signal.SIGTERM)
            first.communicate(timeout=PATIENCE)

        assert second.returncode == 1
        assert said.startswith(f"Erreur\u00a0: Le port {port} est déjà pris.")

    def test_comes_back_at_once(self, settings: dict[str, str], port: int) -> None:
        answers = []
        for _ in range(2):
            with running("serve", "--port", str(port), settings=settings) as server:
                answers.append(status(port, "/sante"))
                server.send_signal(signal.SIGTERM)
                server.communicate(timeout=PATIENCE)

        assert answers == [200, 200]

    def test_refuses_an_address_that_is_not_of_this_machine(self, settings: dict[str, str]) -> None:
        with running("serve", "--host", "192.0.2.1", settings=settings) as server:
            said, _ = server.communicate(timeout=PATIENCE)

        assert server.returncode == 1
        assert "Vérifiez --host" in said

    @pytest.mark.parametrize(
        ("name", "value", "word"),
        [
            ("SIEGVO_PUBLIC_URL", "http://exemple.fr", "SIEGVO_PUBLIC_URL"),
            ("SIEGVO_SECRET_KEY", "short", "SIEGVO_SECRET_KEY"),
            ("SIEGVO_CONFIG", "/absent.toml", "/absent.toml"),
            ("SIEGVO_DATABASE_URL", "sqlite:////dev/null/x.db", "indisponible"),
        ],
    )
    def test_refuses_settings_that_are_not_safe(
        self, settings: dict[str, str], name: str, value: str, word: str
    ) -> None:
        with running("serve", settings={**settings, name: value}) as server:
            said, _ = server.communicate(timeout=PATIENCE)

        assert server.returncode == MISCONFIGURED
        assert word in said
        assert "Traceback" not in said

    def test_refuses_a_database_that_is_not_up_to_date(
        self, settings: dict[str, str], tmp_path: Path
    ) -> None:
        bare = {**settings, "SIEGVO_DATABASE_URL": f"sqlite:///{tmp_path}/bare.db"}

        with running("serve", settings=bare) as server:
            said, _ = server.communicate(timeout=PATIENCE)

        assert server.returncode == MISCONFIGURED
        assert "siegvo db upgrade" in said

    def test_refuses_secrets_that_others_may_read(
        self, settings: dict[str, str], tmp_path: Path
    ) -> None:
        (tmp_path / "data").mkdir()
        secret = tmp_path / "data" / "secret-key"
        secret.write_text("s" * 40)
        secret.chmod(0o644)

        with running("serve", settings=settings) as server:
            said, _ = server.communicate(timeout=PATIENCE)

        assert server.returncode == MISCONFIGURED
        assert f"chmod 600 {secret}" in said

    def test_refuses_a_database_that_may_lose_what_it_promised(
        self, settings: dict[str, str], postgresql_url: str
    ) -> None:
        careless = {**settings, "SIEGVO_DATABASE_URL": postgresql_url}

        with running("serve", settings=careless) as server:
            said, _ = server.communicate(timeout=PATIENCE)

        assert server.returncode == MISCONFIGURED
        assert "siegvo doctor" in said

from pathlib import Path

import pytest

from siegvo.entrypoints.cli.demo_welcome import welcome
from siegvo.entrypoints.demo.seed import Invitation

INVITATION = Invitation(
    email="odile.marchal@exemple.fr", password="quatre mots", contract="900100011", key="5HX7QK2M"
)


class TestTheWelcome:
    @pytest.fixture
    def said(self, capsys: pytest.CaptureFixture[str]) -> str:
        welcome(INVITATION, port=8080)
        return capsys.readouterr().out

    def test_says_what_to_open_and_with_which_account(self, said: str) -> None:
        assert "Le portail est ouvert\u00a0:  http://localhost:8080\n" in said
        assert "odile.marchal@exemple.fr" in said
        assert "quatre mots" in said

    def test_says_where_letters_arrive(self, said: str) -> None:
        assert "http://localhost:8080/demo/courrier" in said

    def test_gives_a_contract_to_link(self, said: str) -> None:
        assert "900100011" in said
        assert "5HX7QK2M" in said

    def test_says_how_to_try_the_commands(self, said: str, tmp_path: Path) -> None:
        assert f"export SIEGVO_DATA_DIR={tmp_path / 'data'}\n" in said

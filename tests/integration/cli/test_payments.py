import json
from collections.abc import Iterator

import pytest

from siegvo.entrypoints.simulator.running import Simulator, running_simulator
from tests.support.clerk import types
from tests.support.outside import StoppedClock


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with running_simulator(clock=StoppedClock()) as running:
        yield running


@pytest.fixture
def paid_on_line(
    installed: str, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> Simulator:
    """Name a portal whose payments are simulated."""
    del installed
    monkeypatch.setenv("SIEGVO_PAYFIP_URL", simulator.at)
    monkeypatch.setenv("SIEGVO_PAYFIP_CLIENT", "090909")
    return simulator


class TestCheck:
    @pytest.mark.usefixtures("paid_on_line")
    def test_shows_the_names_the_treasury_knows(self) -> None:
        shown = types("payments", "check")

        assert shown.exit_code == 0
        assert shown.stdout.splitlines() == [
            "PayFiP répond et connaît le numéro de client, sous ces noms\u00a0:",
            "  SYNDICAT DES EAUX",
            "  EAU POTABLE",
            "  SIMULATION",
        ]

    @pytest.mark.usefixtures("paid_on_line")
    def test_writes_json(self) -> None:
        assert json.loads(types("payments", "check", "--json").stdout) == {
            "names": ["SYNDICAT DES EAUX", "EAU POTABLE", "SIMULATION"]
        }

    @pytest.mark.usefixtures("paid_on_line")
    def test_says_that_the_client_is_unknown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_PAYFIP_CLIENT", "123456")

        shown = types("payments", "check")

        assert shown.exit_code == 1
        assert "PayFiP refuse le numéro de client, avec le code T2." in shown.stderr

    def test_says_that_nobody_answers(self, paid_on_line: Simulator) -> None:
        paid_on_line.operations.is_silent = True

        shown = types("payments", "check", "--json")

        assert shown.exit_code == 1
        assert shown.stdout == ""
        assert "PayFiP ne répond pas comme il faut" in shown.stderr

    @pytest.mark.usefixtures("installed")
    def test_says_that_nobody_is_to_be_asked(self) -> None:
        shown = types("payments", "check")

        assert shown.exit_code == 1
        assert "Donnez SIEGVO_PAYFIP_URL et SIEGVO_PAYFIP_CLIENT." in shown.stderr

import json
from collections.abc import Iterator

import pytest

from siegvo.entrypoints.simulator.running import Simulator, running_simulator
from tests.support.bad_server import answering, bad_server
from tests.support.clerk import types
from tests.support.outside import StoppedClock


@pytest.fixture
def simulator(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Simulator]:
    """Name an installation where payments are simulated."""
    monkeypatch.setenv("SIEGVO_DATABASE_URL", sqlite_url)
    with running_simulator(clock=StoppedClock()) as running:
        monkeypatch.setenv("SIEGVO_PAYFIP_URL", running.at)
        monkeypatch.setenv("SIEGVO_PAYFIP_CLIENT", "090909")
        yield running


def found() -> dict[str, tuple[str, str]]:
    """Return the verdict on each thing about payments, and its sentence."""
    findings = json.loads(types("doctor", "--json").stdout)
    return {
        each["check"]: (each["verdict"], each["sentence"])
        for each in findings
        if each["check"].startswith(("payfip", "setting_refused", "extra"))
    }


@pytest.mark.usefixtures("simulator")
class TestDoctor:
    def test_asks_the_treasury_for_our_names(self) -> None:
        sentence = (
            "PayFiP répond et connaît le numéro de client\u00a0:"
            " SYNDICAT DES EAUX – EAU POTABLE – SIMULATION."
        )

        assert found() == {"payfip_answers": ("good", sentence)}

    def test_says_nothing_of_payments_nobody_wants(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("SIEGVO_PAYFIP_URL")
        monkeypatch.delenv("SIEGVO_PAYFIP_CLIENT")

        assert found() == {}

    @pytest.mark.parametrize("missing", ["SIEGVO_PAYFIP_URL", "SIEGVO_PAYFIP_CLIENT"])
    def test_wants_both_settings_or_neither(
        self, missing: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv(missing)

        assert found().keys() == {"payfip_incomplete"}
        verdict, sentence = found()["payfip_incomplete"]
        assert verdict == "wrong"
        assert missing in sentence

    def test_tells_of_a_client_the_treasury_does_not_know(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_PAYFIP_CLIENT", "123456")

        verdict, sentence = found()["payfip_refuses"]

        assert verdict == "wrong"
        assert "(123456, T2)" in sentence

    def test_tells_of_a_treasury_that_does_not_answer(
        self, port: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_PAYFIP_URL", f"http://localhost:{port}")

        verdict, sentence = found()["payfip_silent"]

        assert verdict == "wrong"
        assert "ConnectionRefusedError" in sentence

    def test_does_not_take_a_simulator_for_the_treasury(
        self, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_PUBLIC_URL", "https://abonnes.exemple.fr")

        verdict, sentence = found()["payfip_simulated"]

        assert verdict == "wrong"
        assert simulator.at in sentence

    @pytest.mark.parametrize("mode", ["T", "X"])
    def test_notices_that_payments_are_trials(
        self, mode: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_PUBLIC_URL", "https://abonnes.exemple.fr")
        monkeypatch.setenv("SIEGVO_PAYFIP_MODE", mode)
        with bad_server(answering(b"")) as server:
            monkeypatch.setenv("SIEGVO_PAYFIP_URL", f"https://localhost:{server.port}")

            verdict, sentence = found()["payfip_in_test"]

        assert verdict == "warning"
        assert f"en mode {mode}," in sentence

    @pytest.mark.parametrize(
        "address",
        [
            "http://www.payfip.exemple.fr",
            "https://u:hunter2@payfip.exemple.fr",
            "https://x.fr/?a=b",
        ],
    )
    def test_wants_an_address_that_only_the_treasury_can_have(
        self, address: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_PAYFIP_URL", address)

        verdict, sentence = found()["setting_refused"]

        assert verdict == "wrong"
        assert "SIEGVO_PAYFIP_URL" in sentence
        assert "hunter2" not in sentence

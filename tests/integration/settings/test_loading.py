from pathlib import Path

import pytest

from siegvo.entrypoints.setting_faults import Fault
from siegvo.entrypoints.settings_loading import (
    Problem,
    SettingsFileUnreadable,
    SettingsRefused,
    load_settings,
    unknown_variables,
)
from siegvo.entrypoints.siegvo_utility import SIEGVO


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "portail.toml"
    monkeypatch.setenv("SIEGVO_CONFIG", str(path))
    return path


class TestLoading:
    def test_reads_the_file(self, file: Path) -> None:
        file.write_text(
            """
            public_url = "https://abonnes.exemple.fr"
            trusted_proxies = ["127.0.0.1", "::1"]

            [utility]
            name = "SIVOM"
            email = "eau@exemple.fr"
            [utility.address]
            town = "METZ"
            """
        )

        settings = load_settings()

        assert str(settings.public_url) == "https://abonnes.exemple.fr"
        assert settings.trusted_proxies == {"127.0.0.1", "::1"}
        assert settings.utility.name == "SIVOM"
        assert settings.utility.address.town == "METZ"
        assert settings.utility.address.street == SIEGVO.address.street
        assert str(settings.mail_from) == "eau@exemple.fr"

    def test_prefers_the_environment(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        file.write_text('public_url = "https://abonnes.exemple.fr"')
        monkeypatch.setenv("SIEGVO_PUBLIC_URL", "https://eau.exemple.fr")
        monkeypatch.setenv("SIEGVO_UTILITY_NAME", "SIVOM")

        settings = load_settings()

        assert settings.public_url.host == "eau.exemple.fr"
        assert settings.utility.name == "SIVOM"

    def test_takes_an_empty_variable_for_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_SMTP_URL", "")

        assert load_settings().smtp_url is None

    def test_takes_an_empty_folder_for_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_DATA_DIR", "")

        assert load_settings().data_dir == Path("siegvo-data").absolute()

    def test_says_nothing_of_its_own_of_an_absent_file(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setenv("SIEGVO_CONFIG", "absent.toml")

        with pytest.raises(SettingsFileUnreadable):
            load_settings()

        assert caplog.records == []

    def test_names_every_unknown_key(self, file: Path) -> None:
        file.write_text('publi_url = "x"\n[utility]\nnom = "x"\n[siegvo]\nport = 1')

        with pytest.raises(SettingsRefused) as refusal:
            load_settings()

        assert set(refusal.value.problems) == {
            Problem("publi_url", Fault.UNKNOWN),
            Problem("utility.nom", Fault.UNKNOWN),
            Problem("siegvo.port", Fault.UNKNOWN),
        }

    def test_names_everything_that_is_wrong(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_PUBLIC_URL", "http://abonnes.exemple.fr")
        monkeypatch.setenv("SIEGVO_SECRET_KEY", "hunter2")

        with pytest.raises(SettingsRefused) as refusal:
            load_settings()

        assert set(refusal.value.problems) == {
            Problem("public_url", Fault.NOT_SECURE),
            Problem("secret_key", Fault.TOO_SHORT),
        }
        assert "hunter2" not in str(refusal.value)

    @pytest.mark.parametrize(
        "line",
        [
            "public_url = 3",
            'public_url = ["https://exemple.fr"]',
            "payfip_client = 123456",
            "trusted_proxies = [1]",
            "data_dir = true",
        ],
    )
    def test_wants_texts(self, file: Path, line: str) -> None:
        file.write_text(line)

        with pytest.raises(SettingsRefused) as refusal:
            load_settings()

        assert refusal.value.problems == (Problem(line.split(maxsplit=1)[0], Fault.NOT_TEXT),)

    @pytest.mark.parametrize("content", [None, b"public_url =", b"\xff\xfe"])
    def test_says_when_the_file_cannot_be_read(self, file: Path, content: bytes | None) -> None:
        if content is not None:
            file.write_bytes(content)

        with pytest.raises(SettingsFileUnreadable) as refusal:
            load_settings()

        assert refusal.value.path == str(file)


class TestUnknownVariables:
    def test_look_like_ours_and_are_not(self) -> None:
        environment = {
            "SIEGVO_PUBLIC_ULR": "x",
            "SIEGVO_PUBLIC_URL": "x",
            "SIEGVO_CONFIG": "x",
            "SIEGVO_UTILITY_ADDRESS_TOWN": "x",
            "HOME": "x",
        }

        assert unknown_variables(environment) == ("SIEGVO_PUBLIC_ULR",)

from pathlib import Path

import pytest

from siegvo.entrypoints.setting_addresses import PublicUrl, SmtpUrl
from siegvo.entrypoints.setting_faults import Fault, InvalidSetting
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.siegvo_utility import SIEGVO

SECRET = "s" * 32


class TestSettings:
    def test_have_a_default_each(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

        settings = Settings()

        assert settings.data_dir == tmp_path / "siegvo-data"
        assert settings.database_url == f"sqlite:///{tmp_path}/siegvo-data/siegvo.db"
        assert str(settings.public_url) == "http://localhost:8000"
        assert settings.smtp_url is None
        assert settings.trusted_proxies == frozenset()
        assert str(settings.mail_from) == "facturation@siegvo.com"
        assert settings.utility == SIEGVO
        assert list(tmp_path.iterdir()) == []

    def test_keep_the_database_in_the_data_folder(self) -> None:
        assert Settings(data_dir=Path("/srv/x")).database_url == "sqlite:////srv/x/siegvo.db"

    def test_are_read_as_the_environment_writes_them(self) -> None:
        settings = Settings(
            public_url="https://abonnes.exemple.fr",
            trusted_proxies="127.0.0.1, 2001:DB8::1",
            secret_key=f"{SECRET}, {'t' * 40}",
        )

        assert settings.public_url.is_secure
        assert settings.trusted_proxies == {"127.0.0.1", "2001:db8::1"}
        assert settings.secrets() == (SECRET, "t" * 40)

    @pytest.mark.parametrize(
        ("url", "client", "origin"),
        [
            ("https://payfip.exemple.fr/", "123456", "https://payfip.exemple.fr"),
            ("http://localhost:8001", "123456", "http://localhost:8001"),
            ("https://payfip.exemple.fr", None, ""),
            (None, "123456", ""),
        ],
    )
    def test_say_where_payments_are_made(
        self, url: str | None, client: str | None, origin: str
    ) -> None:
        assert Settings(payfip_url=url, payfip_client=client).payment_origin == origin

    def test_show_no_secret(self) -> None:
        settings = Settings(
            secret_key=SECRET,
            database_url="postgresql+psycopg://siegvo:hunter2@db.exemple.fr/siegvo",
            smtp_url="smtps://portail:hunter2@mail.exemple.fr",
        )

        assert SECRET not in repr(settings)
        assert "hunter2" not in repr(settings)
        assert "siegvo:***@db.exemple.fr" in repr(settings)

    @pytest.mark.parametrize(
        ("setting", "fault"),
        [
            ({"database_url": "mysql://h/db"}, Fault.NOT_A_DATABASE),
            ({"database_url": "postgresql://u:p@h:port/db"}, Fault.NOT_A_DATABASE),
            ({"database_url": "sqlite:///:memory:"}, Fault.NOT_A_DATABASE),
            ({"secret_key": "s" * 31}, Fault.TOO_SHORT),
            ({"secret_key": f"{SECRET},short"}, Fault.TOO_SHORT),
            ({"trusted_proxies": "localhost"}, Fault.NOT_AN_ADDRESS),
            ({"mail_from": "facturation"}, Fault.NOT_A_MAILBOX),
            ({"payfip_url": "payfip"}, Fault.NOT_A_SERVICE),
            ({"payfip_url": "https://moi:secret@payfip.exemple.fr"}, Fault.NOT_A_SERVICE),
            ({"payfip_url": "https://payfip.exemple.fr/?a=b"}, Fault.NOT_A_SERVICE),
            ({"payfip_url": "http://payfip.exemple.fr"}, Fault.NOT_SECURE),
            ({"payfip_client": "12345"}, Fault.NOT_A_PAYFIP_CLIENT),
            ({"payfip_mode": "P"}, Fault.NOT_A_PAYFIP_MODE),
        ],
    )
    def test_refuse_what_cannot_be(self, setting: dict[str, str], fault: Fault) -> None:
        with pytest.raises(InvalidSetting) as refusal:
            Settings(**setting)  # type: ignore[arg-type]  # as the environment writes them

        assert refusal.value.fault is fault
        assert not any(value in str(refusal.value) for value in setting.values())


class TestPublicUrl:
    @pytest.mark.parametrize(
        ("text", "authority"),
        [
            ("https://abonnes.exemple.fr", "abonnes.exemple.fr"),
            ("https://abonnes.exemple.fr/", "abonnes.exemple.fr"),
            ("https://abonnes.exemple.fr:8443", "abonnes.exemple.fr:8443"),
            ("http://localhost:8000", "localhost:8000"),
            ("http://portail.localhost", "portail.localhost"),
            ("http://127.0.0.2:80", "127.0.0.2:80"),
            ("http://[::1]:8000", "[::1]:8000"),
        ],
    )
    def test_is_a_host(self, text: str, authority: str) -> None:
        assert PublicUrl.parse(text).authority == authority

    @pytest.mark.parametrize(
        "text", ["http://exemple.fr", "http://192.168.1.10:8000", "http://localhost.exemple.fr"]
    )
    def test_is_secure_unless_it_stays_on_this_machine(self, text: str) -> None:
        with pytest.raises(InvalidSetting) as refusal:
            PublicUrl.parse(text)

        assert refusal.value.fault is Fault.NOT_SECURE

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "abonnes.exemple.fr",
            "ftp://exemple.fr",
            "https://",
            "https://exemple.fr/portail",
            "https://exemple.fr?x=1",
            "https://exemple.fr#x",
            "https://moi@exemple.fr",
            "https://exemple.fr:0",
            "https://exemple.fr:99999",
            "https://exem ple.fr",
        ],
    )
    def test_is_nothing_else(self, text: str) -> None:
        with pytest.raises(InvalidSetting) as refusal:
            PublicUrl.parse(text)

        assert refusal.value.fault is Fault.NOT_A_PUBLIC_URL


class TestSmtpUrl:
    @pytest.mark.parametrize(
        ("text", "port"),
        [
            ("smtp://mail.exemple.fr", 25),
            ("smtps://mail.exemple.fr", 465),
            ("smtp+starttls://mail.exemple.fr", 587),
            ("smtp://mail.exemple.fr:2525", 2525),
        ],
    )
    def test_knows_the_usual_ports(self, text: str, port: int) -> None:
        assert SmtpUrl.parse(text).port == port

    def test_reads_who_we_are(self) -> None:
        url = SmtpUrl.parse("smtps://portail%40exemple.fr:p%3Ass@mail.exemple.fr")

        assert (url.user, url.password) == ("portail@exemple.fr", "p:ss")
        assert "p:ss" not in repr(url)

    @pytest.mark.parametrize(
        "text", ["mail.exemple.fr", "http://mail.exemple.fr", "smtp://", "smtp://h/x", "smtp://h:x"]
    )
    def test_is_nothing_else(self, text: str) -> None:
        with pytest.raises(InvalidSetting) as refusal:
            SmtpUrl.parse(text)

        assert refusal.value.fault is Fault.NOT_AN_SMTP_URL

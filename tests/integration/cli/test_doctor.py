import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import attrs
import pytest
from sqlalchemy import update

from siegvo.adapters.security.bcrypt_hasher import BcryptHasher
from siegvo.adapters.security.keyed_hash import HmacKeyedHash
from siegvo.adapters.security.keys import KeyRing, Use
from siegvo.adapters.security.sealed_fields import AesVault
from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.tables.contracts import tenures
from siegvo.application.sealed_mandates import sealed
from siegvo.domain.accounts.password import Password
from tests.support.builders import events
from tests.support.builders.accounts import NOON, an_account
from tests.support.builders.banking import a_mandate
from tests.support.builders.contracts import a_payer, a_tenure
from tests.support.clerk import types
from tests.support.database import Database
from tests.support.mail_server import MailSink, running_mail_server


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with running_mail_server() as running:
        yield running


@pytest.fixture
def healthy(sqlite_url: str, sink: MailSink, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name an installation without a fault."""
    monkeypatch.setenv("SIEGVO_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("SIEGVO_PUBLIC_URL", "https://abonnes.exemple.fr")
    monkeypatch.setenv("SIEGVO_SMTP_URL", f"smtp://127.0.0.1:{sink.port}")
    monkeypatch.setenv("SIEGVO_UTILITY_SEPA_CREDITOR_ID", "FR72ZZZ123456")
    return sqlite_url


def found() -> dict[str, str]:
    """Return the verdict on each thing that is not good."""
    findings = json.loads(types("doctor", "--json").stdout)
    return {each["check"]: each["verdict"] for each in findings if each["verdict"] != "good"}


@pytest.mark.usefixtures("healthy")
class TestDoctor:
    def test_finds_nothing_to_say_of_a_good_installation(self) -> None:
        examined = types("doctor")

        assert examined.exit_code == 0
        *checks, blank, conclusion = examined.stdout.splitlines()
        assert {line.split()[0] for line in checks} == {"bien"}
        assert (blank, conclusion) == ("", "Tout va bien.")

    def test_ends_with_what_there_is_to_do(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SIEGVO_SMTP_URL", "")
        warned = types("doctor").stdout
        monkeypatch.setenv("SIEGVO_SMTP_URL", "smtp://127.0.0.1:1")
        monkeypatch.setenv("SIEGVO_PUBLIC_URL", "http://localhost")
        wrong = types("doctor").stdout

        assert warned.endswith("\n\nRien à corriger, à surveiller\u00a0: 1.\n")
        assert wrong.endswith(
            "\n\nÀ corriger\u00a0: 1, à surveiller\u00a0: 1."
            " Corrigez, puis relancez siegvo doctor.\n"
        )

    def test_leaves_no_letter_at_the_mail_server(self, sink: MailSink) -> None:
        types("doctor")

        assert sink.arrived == []

    @pytest.mark.parametrize(
        ("name", "value", "finding"),
        [
            ("SIEGVO_PUBLIC_URL", "http://exemple.fr", {"setting_refused": "wrong"}),
            ("SIEGVO_PUBLIC_URL", "http://localhost", {"not_public": "warning"}),
            ("SIEGVO_PUBLIC_ULR", "https://exemple.fr", {"variable_unknown": "warning"}),
            ("SIEGVO_CONFIG", "/absent.toml", {"settings_file_unreadable": "wrong"}),
            ("SIEGVO_SMTP_URL", "", {"no_mail_server": "warning"}),
            ("SIEGVO_SMTP_URL", "smtp://127.0.0.1:1", {"mail_server_silent": "wrong"}),
            ("SIEGVO_SMTP_URL", "smtp://u:hunter2@127.0.0.1:1", {"mail_server_silent": "wrong"}),
            (
                "SIEGVO_DATABASE_URL",
                "postgresql+psycopg://u:hunter2@127.0.0.1:1/x",
                {"database_unreachable": "wrong"},
            ),
        ],
    )
    def test_names_what_is_wrong(
        self, name: str, value: str, finding: dict[str, str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(name, value)

        examined = types("doctor")

        assert found() == finding
        assert examined.exit_code == ("wrong" in finding.values())
        assert "hunter2" not in examined.output + types("doctor", "--json").output

    def test_wants_a_server_that_encrypts_as_the_settings_say(
        self, sink: MailSink, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_SMTP_URL", f"smtp+starttls://127.0.0.1:{sink.port}")

        assert found() == {"mail_server_silent": "wrong"}

    @pytest.mark.usefixtures("healthy")
    @pytest.mark.parametrize(
        ("library", "check"), [("typst", "no_papers"), ("pikepdf", "no_pdf_reader")]
    )
    def test_misses_what_makes_and_reads_papers(
        self, monkeypatch: pytest.MonkeyPatch, library: str, check: str
    ) -> None:
        monkeypatch.setitem(sys.modules, library, None)

        assert found() == {check: "warning"}
        assert "siegvo[papers]" in types("doctor").stdout

    def test_asks_for_an_upgrade(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", f"sqlite:///{tmp_path}/bare.db")

        assert found() == {"database_not_upgraded": "wrong"}

    def test_recognises_a_database_of_the_future(self, healthy: str) -> None:
        engine = open_engine(healthy)
        with engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        engine.dispose()

        assert found() == {"database_too_new": "wrong"}

    def test_sees_who_may_read_the_secrets(self, tmp_path: Path) -> None:
        types("doctor")
        (tmp_path / "data" / "secret-key").chmod(0o644)

        assert found() == {"secrets_exposed": "wrong"}

    def test_tries_the_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (tmp_path / "file").write_text("in the way")
        monkeypatch.setenv("SIEGVO_DATA_DIR", str(tmp_path / "file"))

        assert found() == {"folder_not_writable": "wrong"}

    def test_notices_lost_keys(self, healthy: str, monkeypatch: pytest.MonkeyPatch) -> None:
        former, later = "f" * 40, "l" * 40
        hasher = BcryptHasher(ring=KeyRing.derived([former], Use.PASSWORDS), cost=4)
        keyed_hash = HmacKeyedHash(KeyRing.derived([former], Use.KEYED_HASHES))
        engine = open_engine(healthy)
        Database.on(engine).know(a_payer(), a_tenure())
        with engine.begin() as connection:
            connection.execute(update(tenures).values(key_hash=keyed_hash.of("key", "x")))
        account = attrs.evolve(an_account(), password_hash=hasher.hash(Password("x" * 12)))
        vault = AesVault(
            ring=KeyRing.derived([former], Use.BANK_DETAILS),
            index=KeyRing.derived([former], Use.BANK_FINGERPRINTS),
        )
        with Database.on(engine).begin() as work:
            work.accounts.add(account)
            work.mandates.add(sealed(vault, a_mandate()))
        engine.dispose()

        verdicts = []
        for secrets in (later, f"{later},{former}"):
            monkeypatch.setenv("SIEGVO_SECRET_KEY", secrets)
            verdicts.append(found())

        lost = {"passwords_lost", "security_keys_lost", "bank_details_lost"}
        assert verdicts == [dict.fromkeys(lost, "wrong"), {"seals_old": "warning"}]

    def test_counts_what_an_old_secret_seals(
        self, healthy: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        former, later = "f" * 32, "l" * 32
        vault = AesVault(
            ring=KeyRing.derived([former], Use.BANK_DETAILS),
            index=KeyRing.derived([former], Use.BANK_FINGERPRINTS),
        )
        engine = open_engine(healthy)
        Database.on(engine).know(a_payer(), a_tenure())
        with Database.on(engine).begin() as work:
            for number in (1, 2):
                work.mandates.add(sealed(vault, a_mandate(number)))
        engine.dispose()

        monkeypatch.setenv("SIEGVO_SECRET_KEY", f"{later},{former}")
        assert found() == {"seals_old": "warning"}
        assert "(2)" in types("doctor").stdout

        types("worker", "--once")
        assert found() == {}
        monkeypatch.setenv("SIEGVO_SECRET_KEY", later)
        assert found() == {}

    def test_names_a_key_of_the_file_as_such(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "portail.toml").write_text('public_ulr = "https://exemple.fr"')
        monkeypatch.setenv("SIEGVO_CONFIG", str(tmp_path / "portail.toml"))

        said = types("doctor").stdout

        assert "Dans le fichier de réglages, «\u00a0public_ulr\u00a0»" in said
        assert "SIEGVO_PUBLIC_ULR" not in said

    def test_notices_a_worker_that_sleeps(self, healthy: str) -> None:
        engine = open_engine(healthy)
        with Database.on(engine).begin() as work:
            work.record(events.known_address(at=NOON - timedelta(days=365)))
        engine.dispose()

        assert found() == {"mail_waits": "warning"}


class TestDoctorOfPostgresql:
    def test_wants_it_to_keep_its_promises(
        self, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SIEGVO_DATABASE_URL", postgresql_url)

        examined = types("doctor")

        assert found()["database_not_durable"] == "wrong"
        assert "fsync = off" in examined.stdout

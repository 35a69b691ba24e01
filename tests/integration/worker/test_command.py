"""`siegvo worker`, as a service manager starts and ends it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.support.builders import events
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.database import Database
from tests.support.mail_server import MailSink, running_mail_server

_COMMAND = "from siegvo.entrypoints.cli.main import siegvo; siegvo(prog_name='siegvo')"
_PATIENCE = 20.0
LETTERS = 3


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with running_mail_server() as running:
        yield running


@pytest.fixture(autouse=True)
def database(sqlite_url: str) -> Iterator[Database]:
    """Give a database where Alice has three things to be told."""
    engine = open_engine(sqlite_url)
    database = Database.on(engine)
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        for _ in range(LETTERS):
            work.record(events.known_address(ALICE, at=NOON - timedelta(days=365)))
    yield database
    engine.dispose()


@pytest.fixture
def environment(sqlite_url: str, tmp_path: Path, sink: MailSink) -> dict[str, str]:
    return {
        **os.environ,
        "SIEGVO_DATABASE_URL": sqlite_url,
        "SIEGVO_DATA_DIR": str(tmp_path),
        "SIEGVO_SMTP_URL": f"smtp://127.0.0.1:{sink.port}",
    }


class TestTheWorker:
    @pytest.fixture
    def command(self) -> list[str]:
        return [sys.executable, "-c", _COMMAND, "worker"]

    def test_ends_its_letter_when_told_to_end(
        self, command: list[str], environment: dict[str, str], sink: MailSink
    ) -> None:
        sink.pause = 0.5
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as worker:
            assert sink.taking.wait(_PATIENCE)
            worker.send_signal(signal.SIGTERM)
            said, _ = worker.communicate(timeout=_PATIENCE)

        assert worker.returncode == 0, said
        assert len(sink.arrived) == 1
        self.check_the_rest_is_sent_later(command, environment, sink)

    def check_the_rest_is_sent_later(
        self, command: list[str], environment: dict[str, str], sink: MailSink
    ) -> None:
        subprocess.run([*command, "--once"], env=environment, check=True, timeout=_PATIENCE)

        assert len({arrived.message["Message-ID"] for arrived in sink.arrived}) == LETTERS
        assert len(sink.arrived) == LETTERS

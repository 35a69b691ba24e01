"""`siegvo worker`, as a service manager starts and ends it."""

import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.support.builders import events
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.database import Database
from tests.support.mail_server import MailSink, running_mail_server
from tests.support.programs import PATIENCE, running

LETTERS = 3


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with running_mail_server() as listening:
        yield listening


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
def settings(sqlite_url: str, tmp_path: Path, sink: MailSink) -> dict[str, str]:
    return {
        "SIEGVO_DATABASE_URL": sqlite_url,
        "SIEGVO_DATA_DIR": str(tmp_path),
        "SIEGVO_SMTP_URL": f"smtp://127.0.0.1:{sink.port}",
    }


class TestTheWorker:
    def test_ends_its_letter_when_told_to_end(
        self, settings: dict[str, str], sink: MailSink
    ) -> None:
        sink.may_take.clear()
        with running("worker", settings=settings) as worker:
            assert sink.taking.wait(PATIENCE)
            worker.send_signal(signal.SIGTERM)
            sink.may_take.set()
            said, _ = worker.communicate(timeout=PATIENCE)

        assert worker.returncode == 0, said
        assert len(sink.arrived) == 1
        self.check_the_rest_is_sent_later(settings, sink)

    def check_the_rest_is_sent_later(self, settings: dict[str, str], sink: MailSink) -> None:
        with running("worker", "--once", settings=settings) as worker:
            said, _ = worker.communicate(timeout=PATIENCE)

        assert worker.returncode == 0, said
        assert len({arrived.message["Message-ID"] for arrived in sink.arrived}) == LETTERS
        assert len(sink.arrived) == LETTERS

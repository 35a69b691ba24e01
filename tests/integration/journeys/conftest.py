"""The sample syndicate's portal, on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from siegvo.adapters.sql.engine import open_engine
from tests.support.mail_server import MailSink, running_mail_server
from tests.support.sample_portal import SamplePortal, smtp_mailer


@pytest.fixture(params=["sqlite", "postgresql"])
def samples_url(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue(f"{request.param}_samples_url")
    return url


@pytest.fixture
def mail() -> Iterator[MailSink]:
    with running_mail_server() as sink:
        yield sink


@pytest.fixture
def service(samples_url: str, tmp_path: Path) -> Iterator[SamplePortal]:
    """Open the portal; letters go nowhere."""
    engine = open_engine(samples_url)
    yield SamplePortal.on(engine, folder=tmp_path)
    engine.dispose()


@pytest.fixture
def writing_service(samples_url: str, tmp_path: Path, mail: MailSink) -> Iterator[SamplePortal]:
    """Open the portal; letters leave through a mail server."""
    engine = open_engine(samples_url)
    mailer = smtp_mailer(mail.port, at="http://localhost")
    yield SamplePortal.on(engine, folder=tmp_path, mailer=mailer)
    engine.dispose()


@pytest.fixture
def secure_service(samples_url: str, tmp_path: Path) -> Iterator[SamplePortal]:
    """Open the portal as it is on the internet, over https."""
    engine = open_engine(samples_url)
    yield SamplePortal.on(engine, folder=tmp_path, at="https://abonnes.exemple.fr")
    engine.dispose()

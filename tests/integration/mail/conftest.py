"""A mail server that listens on loopback, and what speaks to it."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from siegvo.adapters.mail.message import Sender
from siegvo.adapters.mail.rendering import Writer
from siegvo.adapters.mail.server import MailServer, Security
from siegvo.adapters.mail.smtp import SmtpMailer
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.siegvo_utility import SIEGVO
from tests.support.mail_server import MailSink, running_mail_server
from tests.support.outside import StoppedClock

SMTP = Callable[..., SmtpMailer]


@pytest.fixture(scope="session")
def writer() -> Writer:
    return Writer(utility=SIEGVO, public_url="https://abonnes.exemple.fr")


@pytest.fixture
def sink() -> Iterator[MailSink]:
    with running_mail_server() as running:
        yield running


@pytest.fixture(scope="session")
def certificate() -> Path:
    return Path(__file__).with_name("loopback.pem")


@pytest.fixture(scope="session")
def encryption(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def mailer_to(writer: Writer) -> SMTP:
    """Return what makes a mailer; it trusts the system's certificates unless told otherwise."""

    def make(
        port: int,
        *,
        security: Security = Security.NONE,
        user: str = "",
        password: str = "",
        trusting: Path | None = None,
        answers_within: float = 60.0,
    ) -> SmtpMailer:
        server = MailServer(
            security=security,
            host="localhost",
            port=port,
            user=user,
            password=password,
            trust=ssl.create_default_context(cafile=trusting),
            answers_within=answers_within,
        )
        sender = Sender(
            name=SIEGVO.name,
            address=EmailAddress("portail@exemple.fr"),
            replies_to=EmailAddress(SIEGVO.email),
        )
        return SmtpMailer(server=server, sender=sender, writer=writer, clock=StoppedClock())

    return make

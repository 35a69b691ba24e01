"""What protects a letter, and the password, on the way to the mail server."""

import ssl
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from siegvo.adapters.mail.server import Security
from siegvo.adapters.mail.smtp import SmtpMailer
from siegvo.application.ports.unavailable import MailServerUnavailable
from tests.integration.mail.conftest import SMTP
from tests.support.letters import a_letter
from tests.support.mail_server import MailSink, running_mail_server

Saying = Callable[[str], SmtpMailer]


class TestStarttls:
    def test_encrypts_what_follows(
        self, mailer_to: SMTP, encryption: ssl.SSLContext, certificate: Path
    ) -> None:
        with running_mail_server(encryption=encryption) as sink:
            mailer_to(sink.port, security=Security.STARTTLS, trusting=certificate).send(a_letter())

        assert len(sink.arrived) == 1

    def test_is_a_condition(self, sink: MailSink, mailer_to: SMTP) -> None:
        with pytest.raises(MailServerUnavailable, match="SMTPNotSupportedError"):
            mailer_to(sink.port, security=Security.STARTTLS).send(a_letter())

        assert sink.arrived == []

    def test_trusts_no_unknown_certificate(
        self, mailer_to: SMTP, encryption: ssl.SSLContext
    ) -> None:
        with (
            running_mail_server(encryption=encryption) as sink,
            pytest.raises(MailServerUnavailable, match="SSLCertVerificationError"),
        ):
            mailer_to(sink.port, security=Security.STARTTLS).send(a_letter())

        assert sink.arrived == []


class TestSmtps:
    def test_encrypts_from_the_first_word(
        self, mailer_to: SMTP, encryption: ssl.SSLContext, certificate: Path
    ) -> None:
        with running_mail_server(encryption=encryption, from_the_start=True) as sink:
            mailer_to(sink.port, security=Security.TLS, trusting=certificate).send(a_letter())

        assert len(sink.arrived) == 1

    def test_trusts_no_unknown_certificate(
        self, mailer_to: SMTP, encryption: ssl.SSLContext
    ) -> None:
        with (
            running_mail_server(encryption=encryption, from_the_start=True) as sink,
            pytest.raises(MailServerUnavailable, match="SSLCertVerificationError"),
        ):
            mailer_to(sink.port, security=Security.TLS).send(a_letter())

        assert sink.arrived == []


class TestAPassword:
    @pytest.fixture
    def guarded(self, encryption: ssl.SSLContext) -> Iterator[MailSink]:
        with running_mail_server(encryption=encryption, password="vive l'eau") as sink:
            yield sink

    @pytest.fixture
    def saying(self, guarded: MailSink, mailer_to: SMTP, certificate: Path) -> Saying:
        def make(password: str) -> SmtpMailer:
            return mailer_to(
                guarded.port,
                security=Security.STARTTLS,
                trusting=certificate,
                user=password and "portail",
                password=password,
            )

        return make

    def test_signs_the_portal_in(self, guarded: MailSink, saying: Saying) -> None:
        saying("vive l'eau").send(a_letter())

        assert [arrived.user for arrived in guarded.arrived] == ["portail"]

    def test_that_is_wrong_makes_letters_wait(self, saying: Saying) -> None:
        with pytest.raises(MailServerUnavailable, match=r"SMTPAuthenticationError 535 5\.7\.8"):
            saying("vive le vin").send(a_letter())

    def test_that_cannot_be_said_makes_letters_wait(self, saying: Saying) -> None:
        with pytest.raises(MailServerUnavailable, match="UnicodeEncodeError"):
            saying("à l’eau").send(a_letter())

    def test_that_is_missing_makes_letters_wait(self, saying: Saying) -> None:
        with pytest.raises(MailServerUnavailable, match=r"MAIL 530 5\.7\.0"):
            saying("").send(a_letter())

    def test_is_not_shown(self, saying: Saying) -> None:
        assert "vive" not in repr(saying("vive l'eau"))

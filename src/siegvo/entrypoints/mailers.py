"""How letters leave: what bootstrap loads only where there is a way for them to."""

from pathlib import Path

from siegvo.adapters.mail.caught import CaughtMail
from siegvo.adapters.mail.conversation import greet
from siegvo.adapters.mail.message import Sender
from siegvo.adapters.mail.rendering import Writer
from siegvo.adapters.mail.server import MailServer, Security
from siegvo.adapters.mail.smtp import SmtpMailer
from siegvo.adapters.system.clock import WallClock
from siegvo.application.ports.mailer import Mailer
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.entrypoints.setting_addresses import SmtpUrl
from siegvo.entrypoints.settings import Settings


def mailer(settings: Settings, *, caught_in: Path | None = None) -> Mailer | None:
    """Keep letters in a folder, or send them through the mail server; without one, nothing."""
    if caught_in is not None:
        return caught_mail(settings, folder=caught_in)
    if settings.smtp_url is not None:
        return _smtp_mailer(settings, through=settings.smtp_url)
    return None


def _smtp_mailer(settings: Settings, *, through: SmtpUrl) -> SmtpMailer:
    return SmtpMailer(
        server=_mail_server(through),
        sender=Sender(
            name=settings.utility.name,
            address=settings.mail_from,
            replies_to=EmailAddress.parse(settings.utility.email),
        ),
        writer=_writer(settings),
        clock=WallClock(),
    )


def greet_server(url: SmtpUrl) -> None:
    """Say hello to the mail server, and goodbye.

    Raises:
        MailServerUnavailable: it does not answer, or not as it should.
    """
    greet(_mail_server(url))


def _mail_server(url: SmtpUrl) -> MailServer:
    return MailServer(
        security=Security(url.scheme),
        host=url.host,
        port=url.port,
        user=url.user,
        password=url.password,
    )


def caught_mail(settings: Settings, *, folder: Path) -> CaughtMail:
    """Keep letters in `folder`."""
    return CaughtMail(folder=folder, writer=_writer(settings), clock=WallClock())


def _writer(settings: Settings) -> Writer:
    return Writer(utility=settings.utility, public_url=str(settings.public_url))

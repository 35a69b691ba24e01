"""A mail server on loopback: it keeps what it accepts, or misbehaves as it is told."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from threading import Event
from typing import Any

import attrs
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

_HOST = "127.0.0.1"
_PATIENCE = 300.0


@attrs.frozen(kw_only=True)
class Arrived:
    """A letter as it came in: who the server was told, and the message."""

    sender: str
    recipients: tuple[str, ...]
    message: EmailMessage
    user: str | None = None

    @property
    def text(self) -> str:
        """Return what a mailbox without HTML shows."""
        part = self.message.get_body(("plain",))
        return str(part.get_content()) if part else ""


def _set() -> Event:
    event = Event()
    event.set()
    return event


@attrs.define(kw_only=True)
class MailSink:
    """What the server does: by default, it takes everything.

    An answer given here replaces the server's own, for everybody or, in `unknown`, for one
    mailbox; `cut_after_data` takes the letter, then hangs up without a word.  `taking` is set
    when a letter comes, which is taken once `may_take` is set too: as it is unless a test
    clears it.
    """

    port: int
    at_mail: str | None = None
    at_rcpt: str | None = None
    at_data: str | None = None
    unknown: dict[str, str] = attrs.field(factory=dict)
    cut_after_data: bool = False
    arrived: list[Arrived] = attrs.field(factory=list)
    taking: Event = attrs.field(factory=Event)
    may_take: Event = attrs.field(factory=_set)

    async def handle_MAIL(  # noqa: N802 (the library's name)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session
        if self.at_mail is not None:
            return self.at_mail
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        if answer := self.unknown.get(address, self.at_rcpt):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.taking.set()
        await asyncio.to_thread(self.may_take.wait)
        if self.at_data is not None:
            return self.at_data
        self.arrived.append(_arrived(envelope, session))
        if self.cut_after_data and isinstance(server.transport, asyncio.Transport):
            server.transport.abort()
        return "250 OK"


@contextmanager
def running_mail_server(
    *,
    encryption: ssl.SSLContext | None = None,
    from_the_start: bool = False,
    password: str | None = None,
) -> Iterator[MailSink]:
    """Give a server that listens; with `encryption`, it demands STARTTLS, or TLS at once.

    A `password` is asked of whoever speaks under STARTTLS.
    """
    options: dict[str, Any] = {}
    if encryption and not from_the_start:
        options |= {"tls_context": encryption, "require_starttls": True}
    if password is not None:
        options |= {"authenticator": _who_knows(password), "auth_required": True}
    with socket.create_server((_HOST, 0)) as line:
        sink = MailSink(port=line.getsockname()[1])
        controller = _Answering(
            sink,
            hostname=_HOST,
            port=sink.port,
            ready_timeout=_PATIENCE,
            ssl_context=encryption if from_the_start else None,
            **options,
        )
        controller.line = line
        controller.start()
        try:
            yield sink
        finally:
            sink.may_take.set()
            controller.stop()


class _Answering(Controller):
    """It answers where it was told, and has listened there since nobody else could."""

    line: socket.socket

    def _create_server(self) -> Awaitable[asyncio.AbstractServer]:
        return self.loop.create_server(self._factory_invoker, sock=self.line, ssl=self.ssl_context)


def _who_knows(password: str) -> Any:
    def authenticate(*asked: Any) -> AuthResult:
        known = asked[-1]
        knows = isinstance(known, LoginPassword) and known.password == password.encode()
        return AuthResult(
            success=knows, handled=False, auth_data=known.login.decode() if knows else None
        )

    return authenticate


def _arrived(envelope: Envelope, session: Session) -> Arrived:
    content = envelope.original_content or b""
    message = message_from_bytes(content, policy=SMTP_POLICY)
    return Arrived(
        sender=str(envelope.mail_from),
        recipients=tuple(envelope.rcpt_tos),
        message=message,
        user=session.auth_data,
    )

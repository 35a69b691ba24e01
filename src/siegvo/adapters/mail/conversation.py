"""One conversation with the mail server: one letter, one mailbox, and an end (RFC 5321)."""

import re
import smtplib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Final

from siegvo.adapters.mail.server import MailServer, Security
from siegvo.application.ports.mailer import MailRefused
from siegvo.application.ports.unavailable import MailServerUnavailable

_GOODBYE_WITHIN: Final = 5.0
_DONE: Final = 250
_FORWARDED: Final = 251
_FIRST_PERMANENT: Final = 500
# Out of sequence, or authentication required: any other letter would hear the same.
_ABOUT_US: Final = frozenset({503, 530})
_ENHANCED = re.compile(rb"[245]\.[0-9]{1,3}\.[0-9]{1,3}\b")


def hand_over(message: bytes, *, sender: str, to: str, server: MailServer) -> None:
    """Give `message` to `server` for one mailbox.

    What is raised bears codes and names only: the server's own words may quote an address.

    Raises:
        MailServerUnavailable: no answer, not now, not to us, or not encrypted as it must be.
        MailRefused: this letter, or this mailbox, for good.
    """
    with _spoken_with(server) as (link, hurry):
        _deliver(link, message, hurry, sender=sender, to=to)


def greet(server: MailServer) -> None:
    """Go as far as a letter would, and take leave.

    Raises:
        MailServerUnavailable: no answer, not now, not to us, or not encrypted as it must be.
    """
    with _spoken_with(server):
        pass


@contextmanager
def _spoken_with(server: MailServer) -> Iterator[tuple[smtplib.SMTP, Callable[[], None]]]:
    """Be ready for a letter; what goes wrong is told without the server's own words."""
    ready_by = time.monotonic() + 2 * server.answers_within
    try:
        with _connected(server) as link:
            hurry = partial(_hurry, link, ready_by, server.answers_within)
            _sign_in(link, server, hurry)
            yield link, hurry
    except smtplib.SMTPResponseException as answer:
        why = f"{type(answer).__name__} {_codes(answer.smtp_code, answer.smtp_error)}"
        raise MailServerUnavailable(why) from None
    except (smtplib.SMTPException, OSError, UnicodeError) as fault:
        raise MailServerUnavailable(type(fault).__name__) from None


@contextmanager
def _connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    link: smtplib.SMTP
    if server.security is Security.TLS:
        link = smtplib.SMTP_SSL(
            server.host, server.port, timeout=server.answers_within, context=server.trust
        )
    else:
        link = smtplib.SMTP(server.host, server.port, timeout=server.answers_within)
    try:
        yield link
    finally:
        _part(link)


def _hurry(link: smtplib.SMTP, ready_by: float, answers_within: float) -> None:
    left = ready_by - time.monotonic()
    if left <= 0:
        raise TimeoutError
    if link.sock is not None:
        link.sock.settimeout(min(left, answers_within))


def _sign_in(link: smtplib.SMTP, server: MailServer, hurry: Callable[[], None]) -> None:
    if server.security is Security.STARTTLS:
        hurry()
        link.starttls(context=server.trust)
    if server.user:
        hurry()
        link.login(server.user, server.password)
    hurry()
    link.ehlo_or_helo_if_needed()


def _deliver(
    link: smtplib.SMTP, message: bytes, hurry: Callable[[], None], *, sender: str, to: str
) -> None:
    hurry()
    code, words = link.mail(sender)
    if code != _DONE:
        why = f"MAIL {_codes(code, words)}"
        raise MailServerUnavailable(why)
    hurry()
    code, words = link.rcpt(to)
    if code not in {_DONE, _FORWARDED}:
        raise _refusal(code, words, of="RCPT")
    hurry()
    try:
        code, words = link.data(message)
    except smtplib.SMTPDataError as answer:
        raise _refusal(answer.smtp_code, answer.smtp_error, of="DATA") from None
    if code != _DONE:
        raise _refusal(code, words, of="DATA")


def _refusal(code: int, words: bytes | str, *, of: str) -> MailRefused | MailServerUnavailable:
    why = f"{of} {_codes(code, words)}"
    if code < _FIRST_PERMANENT or code in _ABOUT_US:
        return MailServerUnavailable(why)
    return MailRefused(why)


def _codes(code: int, words: bytes | str) -> str:
    found = _ENHANCED.match(words if isinstance(words, bytes) else words.encode())
    return f"{code} {found[0].decode()}" if found else str(code)


def _part(link: smtplib.SMTP) -> None:
    # The letter has left, or not: a farewell that fails changes nothing.
    with suppress(smtplib.SMTPException, OSError):
        if link.sock is not None:
            link.sock.settimeout(_GOODBYE_WITHIN)
            link.quit()
    link.close()

"""Bytes go to one address, and bytes come back: in time, and not too many."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, socket
from threading import Event, Timer
from typing import Final
from urllib.parse import urlsplit

import attrs

from siegvo.application.ports.treasury import TreasuryUnavailable
from siegvo.domain.policy import TREASURY_ANSWERS_WITHIN

MOST: Final = 256 * 1024
"""No answer of the service comes near it, in bytes."""

_OK: Final = 200
_FAULT: Final = 500
_XML: Final = frozenset({"text/xml", "application/xml", "application/soap+xml"})
_HEADERS: Final = {
    "Accept": "text/xml",
    "Accept-Encoding": "identity",
    "Connection": "close",
    "Content-Type": "text/xml; charset=utf-8",
    "SOAPAction": '""',
}


@attrs.frozen(kw_only=True)
class Wire:
    """Speaks to `url` and to nothing else: no redirect is followed, no proxy asked.

    Everything together, from the first byte sent to the last received, takes
    `answers_within` seconds at the most.  Certificates are those the system trusts.
    """

    url: str
    answers_within: float = TREASURY_ANSWERS_WITHIN.total_seconds()
    trust: ssl.SSLContext = attrs.field(factory=ssl.create_default_context, repr=False, eq=False)

    def post(self, content: bytes) -> bytes:
        """Send an envelope, and return the one that answers it.

        What is raised tells of codes and names only.

        Raises:
            TreasuryUnavailable: no answer, too late, too long, or no XML.
        """
        link = self._link()
        with _cut_after(self.answers_within, link) as is_cut:
            try:
                link.connect()
                link.sock.settimeout(self.answers_within)
                link.request("POST", urlsplit(self.url).path, body=content, headers=_HEADERS)
                received = _received(link.getresponse())
            except (OSError, HTTPException, ValueError) as fault:
                why = "TimeoutError" if is_cut.is_set() else type(fault).__name__
                raise TreasuryUnavailable(why) from None
            if is_cut.is_set():
                why = "TimeoutError"
                raise TreasuryUnavailable(why)
        return received

    def _link(self) -> HTTPConnection:
        place = urlsplit(self.url)
        host, half = place.hostname or "", self.answers_within / 2
        if place.scheme == "https":
            return HTTPSConnection(host, place.port, timeout=half, context=self.trust)
        return HTTPConnection(host, place.port, timeout=half)


def _received(answer: HTTPResponse) -> bytes:
    # A fault comes with a status of 500, as SOAP 1.1 wants it.
    if answer.status not in {_OK, _FAULT}:
        why = f"HTTP {answer.status}"
        raise TreasuryUnavailable(why)
    if answer.headers.get_content_type() not in _XML:
        why = f"HTTP {answer.status}, no XML"
        raise TreasuryUnavailable(why)
    content = answer.read(MOST + 1)
    if len(content) > MOST:
        why = f"more than {MOST} bytes"
        raise TreasuryUnavailable(why)
    return content


@contextmanager
def _cut_after(seconds: float, link: HTTPConnection) -> Iterator[Event]:
    """Close `link` in the end, or when the time is up: a byte now and then buys no more of it."""
    is_cut = Event()

    def cut() -> None:
        is_cut.set()
        if (line := link.sock) is not None:
            with suppress(OSError):
                # Not an SSL socket's own way, which pulls the rug from under who reads it.
                socket.shutdown(line, SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield is_cut
    finally:
        timer.cancel()
        link.close()

"""Driving the load without wrk: one loop, raw sockets, a request on each at a time."""

import re
import socket
from itertools import cycle
from selectors import EVENT_READ, DefaultSelector
from time import perf_counter
from urllib.parse import urlsplit

import attrs

from benchmarks.pages import Load, Page

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


class ConnectionLost(Exception):
    """The server hung up in the middle of an answer."""


@attrs.define(eq=False)
class _Conversation:
    wire: socket.socket
    asked_at: float = 0.0
    heard: bytes = b""

    def ask(self, request: bytes) -> None:
        self.heard = b""
        self.asked_at = perf_counter()
        self.wire.sendall(request)

    def listen(self) -> bool | None:
        """Return whether the answer was a good one, once all of it is there."""
        piece = self.wire.recv(1 << 17)
        if not piece:
            raise ConnectionLost
        self.heard += piece
        head, found, body = self.heard.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not found or (length and len(body) < int(length[1])):
            return None
        return length is not None and head.startswith(b"HTTP/1.1 200 ")


def drive(page: Page, seconds: float, connections: int) -> Load:
    """Ask for `page`: slower than wrk, so that the fastest pages are a little underrated."""
    address = urlsplit(page.url)
    requests = cycle([_request(page, cookie=cookie) for cookie in page.cookies])
    latencies: list[float] = []
    failures = 0
    with DefaultSelector() as selector:
        for _ in range(connections):
            wire = socket.create_connection((address.hostname, address.port), timeout=10)
            selector.register(wire, EVENT_READ, conversation := _Conversation(wire))
            conversation.ask(next(requests))
        began = perf_counter()
        while (now := perf_counter()) < began + seconds:
            for key, _ in selector.select(timeout=1):
                good = key.data.listen()
                if good is not None:
                    latencies.append(perf_counter() - key.data.asked_at)
                    failures += not good
                    key.data.ask(next(requests))
        for key in list(selector.get_map().values()):
            key.data.wire.close()
    latencies.sort()
    return Load(
        requests=len(latencies),
        seconds=now - began,
        p50_ms=latencies[len(latencies) // 2] * 1000,
        p99_ms=latencies[len(latencies) * 99 // 100] * 1000,
        failures=failures,
    )


def _request(page: Page, *, cookie: str) -> bytes:
    address = urlsplit(page.url)
    head = f"GET {page.path} HTTP/1.1\r\nHost: {address.netloc}\r\n"
    return f"{head}Cookie: {cookie}\r\n\r\n".encode() if cookie else f"{head}\r\n".encode()

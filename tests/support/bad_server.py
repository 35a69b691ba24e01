"""A server on loopback that behaves badly, one connection after the other."""

import socket
import ssl
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

import attrs

Behaviour = Callable[[socket.socket, Event], object]
"""What is done to a connection whose request was read; the event is set at the end of the test."""


@attrs.define(kw_only=True)
class BadServer:
    """Where it is, and how many connections it had."""

    port: int
    connections: int = 0


@contextmanager
def bad_server(
    behave: Behaviour, *, host: str = "127.0.0.1", encryption: ssl.SSLContext | None = None
) -> Iterator[BadServer]:
    """Serve meanwhile, with TLS if `encryption` is given."""
    end = Event()
    with socket.create_server((host, 0)) as listener:
        listener.settimeout(0.05)
        server = BadServer(port=listener.getsockname()[1])

        def serve() -> None:
            while not end.is_set():
                with suppress(OSError):
                    line, _ = listener.accept()
                    server.connections += 1
                    line.settimeout(10)
                    with _spoken(line, encryption) as spoken:
                        _read_request(spoken)
                        behave(spoken, end)

        thread = Thread(target=serve)
        thread.start()
        try:
            yield server
        finally:
            end.set()
            thread.join()


def _read_request(line: socket.socket) -> None:
    """Read all of it: what is left unread when a line is closed resets it."""
    read = b""
    while b"</soapenv:Envelope>" not in read and (more := line.recv(65536)):
        read += more


@contextmanager
def _spoken(line: socket.socket, encryption: ssl.SSLContext | None) -> Iterator[socket.socket]:
    with line:
        if encryption is None:
            yield line
            return
        with encryption.wrap_socket(line, server_side=True) as encrypted:
            yield encrypted


def answering(
    body: bytes,
    *,
    status: str = "200 OK",
    content_type: str = "text/xml; charset=utf-8",
    more: str = "",
) -> Behaviour:
    """Answer `body`, whole, and hang up."""
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\n{more}\r\n"
    ).encode()
    return lambda line, _: line.sendall(head + body)


def silent(line: socket.socket, end: Event) -> None:
    """Say nothing at all."""
    del line
    end.wait(20)


def resetting(line: socket.socket, end: Event) -> None:
    """Hang up as rudely as TCP knows how to."""
    del end
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def dripping(line: socket.socket, end: Event) -> None:
    """Begin an answer, and say a little more of it now and then."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nX-More: ")
    with suppress(OSError):
        while not end.wait(0.05):
            line.sendall(b"x")


def dripping_body(line: socket.socket, end: Event) -> None:
    """Begin a body, and say a little more of it now and then."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 9999\r\n\r\n")
    with suppress(OSError):
        while not end.wait(0.05):
            line.sendall(b" ")


def endless(line: socket.socket, end: Event) -> None:
    """Send a hundred mebibytes, unless somebody hangs up before."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<a>")
    piece = b" " * 65536
    for _ in range(1600):
        if end.is_set():
            break
        line.sendall(piece)

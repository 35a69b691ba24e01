"""The sample portal, behind a real server on loopback."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import attrs
from sqlalchemy import Engine
from werkzeug.serving import WSGIRequestHandler, make_server

from siegvo.application.ports.treasury import Treasury
from tests.support.outside import Mailbox
from tests.support.sample_portal import SamplePortal


@attrs.frozen(kw_only=True)
class Served:
    """Where it is, what is behind it, and the letters it wrote."""

    at: str
    service: SamplePortal
    mailbox: Mailbox


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None: ...


@contextmanager
def served(engine: Engine, *, folder: Path, treasury: Treasury | None = None) -> Iterator[Served]:
    """Serve the portal meanwhile, to several visitors at once."""
    server = make_server("127.0.0.1", 0, _nothing, threaded=True, request_handler=_Quiet)
    at, mailbox = f"http://localhost:{server.port}", Mailbox()
    service = SamplePortal.on(engine, folder=folder, mailer=mailbox, treasury=treasury, at=at)
    server.app = service.app  # its address had to be known first
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Served(at=at, service=service, mailbox=mailbox)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _nothing(*_: object) -> list[bytes]:
    return []

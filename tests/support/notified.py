"""What stands where the portal would: it keeps what the treasury notifies, and welcomes payers."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, Queue
from threading import Thread

import attrs
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from tests.support.programs import PATIENCE


@attrs.frozen(kw_only=True)
class Notified:
    """Where it is, and the operations it was told of."""

    at: str
    _heard: Queue[str] = attrs.field(factory=Queue)

    def heard(self, *, within: float = PATIENCE) -> str:
        """Return the next operation it is told of; an empty text if none comes in time."""
        try:
            return self._heard.get(timeout=within)
        except Empty:
            return ""

    def hear(self, idop: str) -> None:
        self._heard.put(idop)

    @property
    def return_url(self) -> str:
        return f"{self.at}/paiements/P1/retour"

    @property
    def notification_url(self) -> str:
        return f"{self.at}/paiements/notification"


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 (werkzeug's name)
        del type, message, args


@contextmanager
def listening() -> Iterator[Notified]:
    """Serve meanwhile."""
    server = make_server("127.0.0.1", 0, _nothing, threaded=True, request_handler=_Quiet)
    notified = Notified(at=f"http://localhost:{server.port}")

    @Request.application
    def application(request: Request) -> Response:
        if request.method == "POST":
            notified.hear(request.form["idop"])
        page = '<!doctype html><html lang="fr"><title>Retour</title><h1>Retour au portail</h1>'
        return Response(page, content_type="text/html; charset=utf-8")

    server.app = application  # its address had to be known first
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield notified
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _nothing(*_: object) -> list[bytes]:
    return []

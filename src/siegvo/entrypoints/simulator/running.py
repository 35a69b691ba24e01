"""The simulator, served on this machine for as long as it is needed."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Thread
from typing import Final

import attrs
from werkzeug.serving import WSGIRequestHandler, make_server

from siegvo.application.ports.clock import Clock
from siegvo.entrypoints.simulator.app import create_simulator
from siegvo.entrypoints.simulator.clients import CLIENTS
from siegvo.entrypoints.simulator.notifying import Later, Notifier, half_a_minute_later
from siegvo.entrypoints.simulator.operations import Operations
from siegvo.entrypoints.simulator.service import Service

_HOST: Final = "127.0.0.1"
_ANY: Final = 0


@attrs.frozen(kw_only=True)
class Simulator:
    """Where it answers, and its operations: whoever holds it may end or clear them."""

    at: str
    operations: Operations


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 (werkzeug's name)
        del type, message, args


@contextmanager
def running_simulator(
    *,
    clock: Clock,
    port: int = _ANY,
    clients: Mapping[str, tuple[str, ...]] = CLIENTS,
    later: Later = half_a_minute_later,
) -> Iterator[Simulator]:
    """Serve a simulator on a port of its own: to browsers, another origin than the portal."""
    operations = Operations(clock=clock)
    service = Service(operations=operations, clients=clients)
    app = create_simulator(service, notifier=Notifier(later=later))
    server = make_server(_HOST, port, app, threaded=True, request_handler=_Quiet)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield Simulator(at=f"http://localhost:{server.port}", operations=operations)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

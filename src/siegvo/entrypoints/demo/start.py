"""A whole portal, for as long as one looks at it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from threading import Event, Thread
from typing import Final

from siegvo.entrypoints.bootstrap import open_portal, upgrade_database, wall_clock
from siegvo.entrypoints.demo.place import MAILBOX, place
from siegvo.entrypoints.demo.seed import Invitation, seed
from siegvo.entrypoints.extras import extra
from siegvo.entrypoints.listening import held
from siegvo.entrypoints.serve import run
from siegvo.entrypoints.worker import run as work

HOST: Final = "127.0.0.1"

_MAIL_WITHIN: Final = 0.3
_LOOK_AGAIN: Final = 0.1
_READY: Final = 200


def start(*, port: int, welcome: Callable[[Invitation], object]) -> None:
    """Make a demo, serve it until told to stop, and leave nothing behind.

    `welcome` is called when the portal answers.

    Raises:
        PortTaken: choose another port.
    """
    with extra("payments"):
        # Only the demo simulates the treasury.
        from siegvo.entrypoints.simulator.running import running_simulator  # noqa: PLC0415

    with (
        held(HOST, port),
        running_simulator(clock=wall_clock()) as simulator,
        place(port=port, paid_at=simulator.at) as settings,
    ):
        upgrade_database(settings)
        with open_portal(settings, caught_in=settings.data_dir / MAILBOX) as portal:
            today = wall_clock().today()
            invitation = seed(portal, folder=settings.data_dir, today=today)
            with (
                _beside(lambda stop: work(portal, stop, rest=_MAIL_WITHIN)),
                _beside(
                    lambda stop: _when_ready(port, stop=stop, then=lambda: welcome(invitation))
                ),
            ):
                run("siegvo.entrypoints.demo.web:application", host=HOST, port=port, workers=1)


@contextmanager
def _beside(task: Callable[[Event], object]) -> Iterator[None]:
    """Run a task in a thread of its own, and tell it to stop in the end."""
    stop = Event()
    thread = Thread(target=task, args=(stop,))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _when_ready(port: int, *, stop: Event, then: Callable[[], object]) -> None:
    while not stop.is_set():
        if _answers(port):
            then()
            return
        stop.wait(_LOOK_AGAIN)


def _answers(port: int) -> bool:
    link = HTTPConnection(HOST, port, timeout=1)
    try:
        link.request("GET", "/sante", headers={"Host": f"localhost:{port}"})
        return link.getresponse().status == _READY
    except (OSError, HTTPException):
        return False
    finally:
        link.close()

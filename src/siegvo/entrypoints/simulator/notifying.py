"""Telling the portal that something happened, as unreliably as it is asked to."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread, Timer
from typing import Final
from urllib.parse import urlencode, urlsplit

import attrs

from siegvo.entrypoints.simulator.operation import Incident, Operation

Later = Callable[[Callable[[], object]], object]
"""What does, some time or other, what it is given."""

_LATE_BY: Final = timedelta(seconds=30)
_PATIENCE: Final = 5.0
_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
_NEVER: Final = frozenset({Incident.NO_NOTIFICATION, Incident.EXPIRY})


def half_a_minute_later(task: Callable[[], object]) -> None:
    timer = Timer(_LATE_BY.total_seconds(), task)
    timer.daemon = True
    timer.start()


@attrs.frozen(kw_only=True)
class Notifier:
    """Posts `idop` to the address that the operation gave; a late one `later`."""

    later: Later

    def notify(self, operation: Operation) -> None:
        """Notify in a thread of its own; unless it is late, it is over when this returns."""
        if operation.incident in _NEVER:
            return
        if operation.incident is Incident.LATE_NOTIFICATION:
            self.later(partial(_post, operation))
            return
        times = 2 if operation.incident is Incident.TWO_NOTIFICATIONS else 1
        for _ in range(times):
            thread = Thread(target=_post, args=(operation,), daemon=True)
            thread.start()
            thread.join(_PATIENCE)


def _post(operation: Operation) -> None:
    place = urlsplit(operation.fields["urlnotif"])
    kind = HTTPSConnection if place.scheme == "https" else HTTPConnection
    link = kind(place.hostname or "", place.port, timeout=_PATIENCE)
    # Nobody is there, or not as it should be: like PayFiP, do not insist.
    with suppress(OSError, HTTPException):
        link.request("POST", place.path or "/", urlencode({"idop": operation.idop}), _FORM)
        link.getresponse().read()
    link.close()

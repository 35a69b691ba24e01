"""What people do when the portal asks them to come back."""

from collections.abc import Callable
from http import HTTPStatus
from time import monotonic
from typing import TypeVar

from werkzeug.test import TestResponse

from siegvo.application.ports.unavailable import DatabaseUnavailable
from tests.support.programs import PATIENCE

Came = TypeVar("Came")


def insisting(gesture: Callable[[], Came]) -> Came:
    """Make it again while so many others wait for the database that one of them gave up."""
    until = monotonic() + PATIENCE
    while True:
        try:
            return gesture()
        except DatabaseUnavailable:
            if monotonic() > until:
                raise


def answered(send: Callable[[], TestResponse]) -> TestResponse:
    """Return the answer; send again while it is that so many others wait."""
    until = monotonic() + PATIENCE
    while (answer := send()).status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        assert monotonic() < until, "nobody had their turn"
    return answer

"""The operations of the simulator, kept in memory for as long as it runs."""

from collections.abc import Mapping
from threading import Lock
from uuid import uuid4

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.entrypoints.simulator.operation import Incident, Operation, Outcome


class NoSuchOperation(Exception):
    """It never was, or was cleared away (P1)."""


class NotOverYet(Exception):
    """Its payer has not finished (P5)."""


class OutOfOrder(Exception):
    """The service pretends to be out of order."""


class TooLate(Exception):
    """The operation is over, or its page has expired."""


@attrs.define(kw_only=True)
class Operations:
    """Several visitors at once may open and end them; each ends once.

    While `is_silent`, the whole service is out of order.
    """

    clock: Clock
    is_silent: bool = False
    _kept: dict[str, Operation] = attrs.field(factory=dict, init=False)
    _turn: Lock = attrs.field(factory=Lock, init=False, repr=False, eq=False)

    def open(self, fields: Mapping[str, str]) -> Operation:
        """Keep a new operation, under a name nobody can guess."""
        opened = Operation(idop=str(uuid4()), fields=fields, opened_at=self.clock.now())
        with self._turn:
            self._kept[opened.idop] = opened
        return opened

    def find(self, idop: str) -> Operation:
        """Return an operation, over or not.

        Raises:
            NoSuchOperation: there is none.
        """
        with self._turn:
            found = self._kept.get(idop)
        if found is None or found.is_cleared(at=self.clock.now()):
            raise NoSuchOperation
        return found

    def details(self, idop: str) -> Mapping[str, str]:
        """Return what became of an operation.

        Raises:
            OutOfOrder: the service, or the operation, was told to be silent.
            NoSuchOperation: there is none, or it was cleared away.
            NotOverYet: the payer has not finished.
        """
        if self.is_silent:
            raise OutOfOrder
        found = self.find(idop)
        if found.is_silent(at=self.clock.now()):
            raise OutOfOrder
        if found.outcome is None:
            raise NotOverYet
        return found.details

    def end(self, idop: str, outcome: Outcome, incident: Incident = Incident.NONE) -> Operation:
        """End an operation as its payer does, once.

        Raises:
            NoSuchOperation: there is none.
            TooLate: it is over, or older than 15 minutes.
        """
        now = self.clock.now()
        with self._turn:
            found = self._kept.get(idop)
            if found is None or found.is_cleared(at=now):
                raise NoSuchOperation
            if not found.may_be_paid(at=now):
                raise TooLate
            self._kept[idop] = ended = found.ended(outcome, incident, at=now)
        return ended

    def clear(self, idop: str) -> None:
        """Forget an operation, as the night does."""
        with self._turn:
            self._kept.pop(idop, None)

    def all(self) -> tuple[Operation, ...]:
        """Return every operation, the oldest first."""
        with self._turn:
            return tuple(self._kept.values())

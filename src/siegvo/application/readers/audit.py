"""What the audit trail holds, line by line, and the seals it lies under."""

from datetime import datetime
from typing import Protocol

import attrs


@attrs.frozen(kw_only=True)
class AuditLine:
    """A line as it is stored: whoever altered it may have written anything."""

    number: int
    at: datetime
    actor_kind: str
    actor_name: str
    gesture: str
    subject: str
    origin: str


@attrs.frozen(kw_only=True)
class Seal:
    """What vouches for `entries` lines: those after the seal before it, up to number `upto`."""

    upto: int
    entries: int
    at: datetime
    seal: str


class AuditTrail(Protocol):
    """The oldest first, always."""

    def since(self, moment: datetime) -> tuple[AuditLine, ...]: ...

    def between(self, after: int, upto: int) -> tuple[AuditLine, ...]:
        """Return the lines numbered after `after`, up to `upto`."""

    def count_after(self, number: int) -> int: ...

    def seals(self) -> tuple[Seal, ...]: ...

    def last_seal(self) -> Seal | None: ...

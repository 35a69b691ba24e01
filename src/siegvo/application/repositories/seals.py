"""The seals of the audit trail, as those who put them see them."""

from typing import Protocol

from siegvo.application.readers.audit import AuditLine, Seal


class Seals(Protocol):
    def hold(self) -> Seal | None:
        """Let nobody add to the trail until the work ends; return the last seal."""

    def unsealed(self, after: int, *, most: int) -> tuple[AuditLine, ...]:
        """Return the lines numbered after `after`, the oldest first, `most` at the most."""

    def add(self, seal: Seal) -> None: ...

"""The audit trail and its seals, in memory: a line's number is its rank."""

from datetime import datetime

import attrs

from siegvo.application.readers.audit import AuditLine, Seal
from tests.support.in_memory.keeping import InMemoryAudit


@attrs.define
class InMemorySeals:
    audit: InMemoryAudit
    kept: list[Seal] = attrs.Factory(list)

    def hold(self) -> Seal | None:
        return self.kept[-1] if self.kept else None

    def unsealed(self, after: int, *, most: int) -> tuple[AuditLine, ...]:
        return InMemoryAuditTrail(self).lines()[after : after + most]

    def add(self, seal: Seal) -> None:
        self.kept.append(seal)


@attrs.frozen
class InMemoryAuditTrail:
    sealed: InMemorySeals

    def since(self, moment: datetime) -> tuple[AuditLine, ...]:
        return tuple(each for each in self.lines() if each.at >= moment)

    def between(self, after: int, upto: int) -> tuple[AuditLine, ...]:
        return self.lines()[after:upto]

    def count_after(self, number: int) -> int:
        return len(self.lines()[number:])

    def seals(self) -> tuple[Seal, ...]:
        return tuple(self.sealed.kept)

    def last_seal(self) -> Seal | None:
        return self.sealed.hold()

    def lines(self) -> tuple[AuditLine, ...]:
        return tuple(
            AuditLine(
                number=number,
                at=entry.at,
                actor_kind=entry.actor.kind.value,
                actor_name=entry.actor.name,
                gesture=entry.gesture.value,
                subject=entry.subject,
                origin=entry.origin,
            )
            for number, entry in enumerate(self.sealed.audit.entries, start=1)
        )

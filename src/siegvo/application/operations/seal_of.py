"""What a seal is made of."""

from collections.abc import Iterator, Sequence
from typing import Final

from siegvo.application.readers.audit import AuditLine, Seal

SEALING: Final = "audit seal"


def sealed_parts(before: Seal | None, lines: Sequence[AuditLine], upto: int) -> tuple[str, ...]:
    """Return what the seal of `lines` vouches for: each of them, how many, and all before."""
    head = (before.seal if before else "", str(upto), str(len(lines)))
    return (*head, *(part for line in lines for part in _parts(line)))


def _parts(line: AuditLine) -> Iterator[str]:
    yield str(line.number)
    yield line.at.isoformat()
    yield line.actor_kind
    yield line.actor_name
    yield line.gesture
    yield line.subject
    yield line.origin

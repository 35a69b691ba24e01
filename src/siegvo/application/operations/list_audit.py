"""What the audit trail holds."""

from datetime import datetime

import attrs

from siegvo.application.ports.work import Look
from siegvo.application.readers.audit import AuditLine


@attrs.frozen
class ListAudit:
    """Read the audit trail."""

    look: Look

    def __call__(self, *, since: datetime) -> tuple[AuditLine, ...]:
        """Return the lines written since a moment, the oldest first.

        Raises:
            DatabaseUnavailable: it cannot be reached.
        """
        with self.look() as readers:
            return readers.audit_trail.since(since)

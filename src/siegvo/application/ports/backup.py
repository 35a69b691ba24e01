"""What may be wrong with a copy of the database."""

import attrs

from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.errors import Refused


@attrs.frozen
class NotABackup(Refused):
    """The file is no backup of this portal, was cut short, or is damaged."""

    file: str


class BackupProgramUnavailable(Unavailable):
    """PostgreSQL's own programs, `pg_dump` and `pg_restore`, are missing or failed."""

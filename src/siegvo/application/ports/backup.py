"""What may be wrong with a copy of the database, or with where it should go."""

import attrs

from siegvo.application.ports.unavailable import Unavailable
from siegvo.domain.errors import Refused


@attrs.frozen
class NotABackup(Refused):
    """The file is no backup of this portal, was cut short, or is damaged."""

    file: str


@attrs.frozen
class DatabaseNotEmpty(Refused):
    """A copy goes into an empty database only: nothing is ever mixed or written over."""


class CopyIncomplete(Unavailable):
    """The copy did not hold as many rows as the database: nothing of it was kept."""


class TargetUnavailable(Unavailable):
    """The database a copy should go into does not answer, or may not be written to."""


class BackupProgramUnavailable(Unavailable):
    """PostgreSQL's own programs, `pg_dump` and `pg_restore`, are missing or failed."""

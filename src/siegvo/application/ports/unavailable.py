"""What may be missing from the outside world."""


class Unavailable(Exception):
    """Nobody refused anything: something we depend on does not answer.  Try again later."""


class DatabaseUnavailable(Unavailable):
    """The database is locked, full, away or restarting."""


class DatabaseNotUpgraded(DatabaseUnavailable):
    """Its schema is an older one, or it has none: `siegvo db upgrade` brings it up to date."""


class DatabaseTooNew(DatabaseUnavailable):
    """A later release upgraded it: this one does not know it any more."""


class DatabaseUnsafe(DatabaseUnavailable):
    """It could lose or corrupt what it is given: an old SQLite, or a folder without a safe log."""


class MailServerUnavailable(Unavailable):
    """The mail server does not answer, or asks to come back later."""


class HasherBusy(Unavailable):
    """Every place where passwords are hashed is taken."""

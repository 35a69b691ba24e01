"""Who types the command."""

from contextlib import suppress
from getpass import getuser

from siegvo.domain.kernel.actor import Actor


def clerk() -> Actor:
    """Return the person the machine knows, to be written in the audit trail."""
    with suppress(OSError, KeyError, ImportError):  # a service may run under no name at all
        return Actor.staff(getuser())
    return Actor.staff("")

"""What goes wrong, in a sentence on the error stream and an exit status."""

from typing import Final

import click

from siegvo.adapters.french.explain import explain
from siegvo.application.ports.unavailable import DatabaseUnavailable, Unavailable
from siegvo.domain.errors import DomainError, Invalid
from siegvo.entrypoints.cli.installation_words import tell
from siegvo.entrypoints.cli.next_steps import next_step
from siegvo.entrypoints.misinstalled import Misinstalled

_NO_DATABASE: Final = "La base de données est indisponible. Voyez pourquoi\u00a0: siegvo doctor"


def said(error: Exception, *, room: str = "") -> click.ClickException | None:
    """Return what to tell the person, or nothing if it is a mistake of ours.

    `room` is the group of commands in which it happened.
    """
    match error:
        case Invalid():
            return click.UsageError(explain(error))
        case DatabaseUnavailable() if type(error) is DatabaseUnavailable:
            return click.ClickException(_NO_DATABASE)
        case DomainError() | Unavailable():
            sentences = (explain(error), next_step(error, room=room))
            return click.ClickException(" ".join(filter(None, sentences)))
        case Misinstalled():
            return click.ClickException(tell(error))
        case _:
            return None

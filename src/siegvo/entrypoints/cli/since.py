"""From which day something is shown again, or leaves again."""

from datetime import date
from typing import Final

import click

from siegvo.adapters.french.days import parse_day
from siegvo.entrypoints.cli.values import Parsed

_BEFORE_ANY_PORTAL: Final = date(2000, 1, 1)


def parse_since(text: str) -> date:
    """Read a day; one from before there was anything is as good as the first.

    Raises:
        InvalidDay: there is no such day.
    """
    return max(parse_day(text), _BEFORE_ANY_PORTAL)


SINCE: Final = Parsed("date", parse_since)

since_option = click.option(
    "--since",
    type=SINCE,
    metavar="DATE",
    help="Reprendre aussi ce qui est parti depuis ce jour.",
)

"""From which day exports take again what left before."""

import click

from siegvo.adapters.french.days import parse_day
from siegvo.entrypoints.cli.values import Parsed

since_option = click.option(
    "--since",
    type=Parsed("date", parse_day),
    metavar="DATE",
    help="Reprendre aussi ce qui est parti depuis ce jour.",
)

"""Tables on a terminal."""

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from siegvo.entrypoints.cli.table import Table


def print_rich_table(table: Table) -> None:
    """Draw `table` as wide as the terminal allows."""
    drawn = RichTable(box=SIMPLE_HEAD)
    for rank, heading in enumerate(table.headings):
        drawn.add_column(heading, justify="right" if rank in table.figures else "left")
    for row in table.rows:
        drawn.add_row(*map(Text, row))
    Console(highlight=False).print(drawn)

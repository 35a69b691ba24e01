"""Help that ends with examples, and whose headings are bold on a terminal."""

from collections.abc import Mapping
from typing import Any

import click

Examples = Mapping[str, str]
"""What to type, and what it is for; nothing where the line says it by itself."""


class Page(click.HelpFormatter):
    """A page of help, punctuated as the French do."""

    def write_heading(self, heading: str) -> None:
        bold = click.style(heading, bold=True)
        self.write(f"{'':>{self.current_indent}}{bold}\u00a0:\n")


class _Voice(click.Context):
    formatter_class = Page


class Explained(click.Command):
    """A command that shows how it is typed."""

    context_class = _Voice

    def __init__(self, *args: Any, examples: Examples | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.examples = examples or {}

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_epilog(ctx, formatter)
        if not self.examples:
            return
        with formatter.section("Exemples" if len(self.examples) > 1 else "Exemple"):
            margin = " " * formatter.current_indent
            for line, purpose in self.examples.items():
                if purpose:
                    formatter.write(margin + click.style(f"# {purpose}", dim=True) + "\n")
                for part in line.splitlines():
                    formatter.write(f"{margin}{part}\n")


class Room(Explained, click.Group):
    """A group of such commands."""

    command_class = Explained

    def __init__(self, *args: Any, **rest: Any) -> None:
        rest.setdefault("subcommand_metavar", "COMMANDE [ARGUMENTS]...")
        super().__init__(*args, **rest)

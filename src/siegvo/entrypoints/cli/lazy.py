"""A group whose commands are loaded when they are called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Commands by name: the module and the name where each is, and a line of help.

    Listing them, which `--help` does, imports none of them.
    """

    def __init__(self, *args: Any, places: Mapping[str, tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in self.places:
            return None
        module, _, name = self.places[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        if isinstance(command, click.Group):
            command.subcommand_metavar = "COMMANDE [ARGUMENTS]..."
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Commandes"):
            formatter.write_dl([(name, line) for name, (_, line) in self.places.items()])

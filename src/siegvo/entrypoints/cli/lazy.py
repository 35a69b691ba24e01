"""A group whose commands are loaded when they are called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from siegvo.entrypoints.cli.explained import Room

Place = tuple[str, str]
"""The module and the name where a command is, and a line of help."""


class LazyGroup(Room):
    """Commands by name, under the subject each is about.

    Listing them, which `--help` and completion do, imports none of them.
    """

    def __init__(
        self, *args: Any, subjects: Mapping[str, Mapping[str, Place]], **rest: Any
    ) -> None:
        super().__init__(*args, **rest)
        self.subjects = subjects
        self.places = {
            name: place for places in subjects.values() for name, place in places.items()
        }

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in self.places:
            return None
        module, _, name = self.places[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of a name that is none, suggest the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as unknown:
            raise click.exceptions.NoSuchCommand(
                unknown.command_name, possibilities=self.places, ctx=ctx
            ) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        widest = max(map(len, self.places))
        for subject, places in self.subjects.items():
            with formatter.section(subject):
                rows = [(f"{name:<{widest}}", line) for name, (_, line) in places.items()]
                formatter.write_dl(rows)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        named = [
            CompletionItem(name, help=line)
            for name, (_, line) in self.places.items()
            if name.startswith(incomplete)
        ]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

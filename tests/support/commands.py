"""Every command there is."""

from collections.abc import Iterator

import click

from siegvo.entrypoints.cli.main import siegvo


def every_command() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield the words that name each command and each group, and what they name."""
    pending: list[tuple[tuple[str, ...], click.Command]] = [((), siegvo)]
    while pending:
        words, command = pending.pop()
        yield words, command
        if isinstance(command, click.Group):
            ctx = click.Context(command)
            for name in command.list_commands(ctx):
                found = command.get_command(ctx, name)
                assert found is not None
                pending.append(((*words, name), found))


def command_named(words: tuple[str, ...]) -> click.Command:
    """Return what `words` name."""
    return dict(every_command())[words]

"""The portal, opened for a command."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import click

from siegvo.application.portal import Portal

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def pass_portal(
    command: Callable[Concatenate[Portal, Arguments], Result],
) -> Callable[Arguments, Result]:
    """Open the portal when the command runs, not when it shows its help; close it after."""

    @wraps(command)
    def opened(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        # All the adapters: help and completion do without them.
        from siegvo.entrypoints.bootstrap import open_portal  # noqa: PLC0415
        from siegvo.entrypoints.settings_loading import load_settings  # noqa: PLC0415

        ctx = click.get_current_context()
        if not isinstance(ctx.obj, Portal):
            ctx.obj = ctx.with_resource(open_portal(load_settings()))
        return command(ctx.obj, *args, **kwargs)

    return opened

"""Parts of the portal that are installed only where they are used."""

from collections.abc import Iterator
from contextlib import contextmanager

import attrs

from siegvo.entrypoints.misinstalled import Misinstalled


@attrs.frozen
class ExtraNotInstalled(Misinstalled):
    """`pip install "siegvo[<name>]"` installs what is missing."""

    name: str

    def __str__(self) -> str:
        return f'pip install "siegvo[{self.name}]"'


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Say which extra to install when a library imported in this block is missing.

    Raises:
        ExtraNotInstalled: it is.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("siegvo"):
            raise
        raise ExtraNotInstalled(name) from error

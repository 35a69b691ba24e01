"""The folder where an installation keeps what is its own."""

from pathlib import Path

import attrs

from siegvo.entrypoints.misinstalled import Misinstalled

_ITS_OWNERS = 0o700


@attrs.frozen
class DataFolderUnusable(Misinstalled):
    """It cannot be made, or not written to."""

    path: str


def make_data_folder(folder: Path) -> None:
    """Make the folder if there is none, for its owner only.

    Raises:
        DataFolderUnusable: it cannot be made.
    """
    try:
        folder.mkdir(mode=_ITS_OWNERS, parents=True, exist_ok=True)
    except OSError as error:
        raise DataFolderUnusable(str(folder)) from error

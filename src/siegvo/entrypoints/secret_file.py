"""A secret the portal makes for itself, once, and keeps in its data folder."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe
from tempfile import NamedTemporaryFile
from typing import Final

import attrs

from siegvo.entrypoints.data_folder import make_data_folder
from siegvo.entrypoints.misinstalled import Misinstalled

FILE_NAME: Final = "secret-key"

_OTHERS = 0o077


@attrs.frozen
class SecretsExposed(Misinstalled):
    """Somebody else than its owner may read the file that holds the secrets."""

    path: str


def read_or_make_secret(folder: Path) -> str:
    """Return the secret kept in `folder`; the first to ask makes it, whoever asks at once.

    Several lines are several secrets: the first signs, all verify.
    """
    path = folder / FILE_NAME
    if not path.exists():
        _make(path)
    return ",".join(path.read_text(encoding="ascii").split())


def check_kept_secret(folder: Path) -> None:
    """Let the file pass if there is none, or if only its owner may read it.

    Raises:
        SecretsExposed: others may.
    """
    path = folder / FILE_NAME
    if path.exists() and path.stat().st_mode & _OTHERS:
        raise SecretsExposed(str(path))


def _make(path: Path) -> None:
    make_data_folder(path.parent)
    # A temporary file is made with O_EXCL and 0600.  It gets its name when it is whole,
    # and only if nobody was faster: a link never replaces what is there.
    with NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as draft:
        draft.write(f"{token_urlsafe(48)}\n")
        draft.flush()
        os.fsync(draft.fileno())
        with suppress(FileExistsError):
            os.link(draft.name, path)
    _keep_name(path.parent)


def _keep_name(folder: Path) -> None:
    """Have the name itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

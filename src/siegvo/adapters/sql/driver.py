"""Which SQLite speaks to the file: one that does not corrupt it."""

import sqlite3
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final

Version = tuple[int, int, int]

SOUND_SINCE: Final = (3, 51, 3)
"""Before, two connections that write and tidy the log at once may corrupt the file."""

_MENDED: Final = {(3, 44): 6, (3, 50): 7}


def is_sound(version: Version) -> bool:
    """Say whether this SQLite is free of the fault of its log, by its version or by a backport."""
    mended_at = _MENDED.get(version[:2])
    return version >= SOUND_SINCE or (mended_at is not None and version[2] >= mended_at)


def sqlite_driver() -> ModuleType:
    """Return Python's own driver when it is sound, the bundled one when Python's is not.

    Where there is no bundled one, Python's has to do: `siegvo serve` refuses it, see `unsound`.
    """
    if not is_sound(sqlite3.sqlite_version_info) and find_spec("pysqlite3"):
        return import_module("pysqlite3.dbapi2")
    return sqlite3

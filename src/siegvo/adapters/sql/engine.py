"""Opening the database: one SQLite file, or PostgreSQL.

Each has two engines, one to write and one to look: a connection keeps its ways for life, since
changing them at every visit would cost more than the visit.  Nothing is connected until asked.
"""

from typing import Any, Final

from sqlalchemy import URL, Engine, NullPool, create_engine, event, make_url

from siegvo.adapters.sql.dialect import Reading, Writing
from siegvo.adapters.sql.driver import is_sound, sqlite_driver

_DISCREET: Final[dict[str, Any]] = {"hide_parameters": True}  # errors quote no value
_POOL: Final[dict[str, Any]] = {"max_overflow": 5, "pool_size": 5, "pool_timeout": 5}
_KEPT_ELSEWHERE: Final[dict[str, Any]] = {"poolclass": NullPool}  # by `Sights`
_SQLITE: Final[dict[str, Any]] = {"connect_args": {"timeout": 5.0}}
_PATIENCE: Final = (
    "-c timezone=UTC -c lock_timeout=3000 -c statement_timeout=10000"
    " -c idle_in_transaction_session_timeout=15000"
)
_ONLY_LOOKS: Final = (
    " -c default_transaction_read_only=on -c default_transaction_isolation=repeatable\\ read"
    " -c plan_cache_mode=force_generic_plan -c jit=off"
)

# Were psycopg to prepare statements too, it would have the server forget all, ours with them.
_BY_NAME: Final[dict[str, Any]] = {"autocommit": True, "prepare_threshold": None}


def open_engine(url: str) -> Engine:
    """Return the connections to `url` that write: one pool for the whole process.

    Make it after a fork, never before.  `dispose` closes those that look, too.
    """
    where = make_url(url)
    if _is_sqlite(where):
        return _sqlite(where, dialect=Writing, pool=_POOL)
    return _postgresql(
        where, options=_PATIENCE, pool={**_POOL, "pool_pre_ping": True, "pool_recycle": 1800}
    )


def reading(engine: Engine) -> Engine:
    """Return an engine on the same database whose connections can only read.

    Nobody begins or ends a transaction for them: `Sights` does, and keeps them.
    """
    window = (
        _sqlite(engine.url, dialect=Reading, pool=_KEPT_ELSEWHERE)
        if _is_sqlite(engine.url)
        else _postgresql(
            engine.url,
            options=_PATIENCE + _ONLY_LOOKS,
            pool=_KEPT_ELSEWHERE,
            **_BY_NAME,
        )
    )
    event.listen(engine, "engine_disposed", lambda _: window.dispose())
    return window


def unsound_sqlite(url: str) -> str | None:
    """Return the version of SQLite that `url` would be opened with, if it may corrupt the file."""
    driver = sqlite_driver()
    if not _is_sqlite(make_url(url)) or is_sound(driver.sqlite_version_info):
        return None
    return str(driver.sqlite_version)


def _is_sqlite(where: URL) -> bool:
    return where.get_backend_name() == "sqlite"


def _sqlite(where: URL, *, dialect: type[Writing], pool: dict[str, Any]) -> Engine:
    url = where.set(drivername=f"sqlite+{dialect.driver}")
    return create_engine(url, **_DISCREET, **_SQLITE, **pool)


def _postgresql(where: URL, *, options: str, pool: dict[str, Any], **ways: Any) -> Engine:
    return create_engine(
        where,
        **_DISCREET,
        **pool,
        connect_args={
            "application_name": "siegvo",
            "connect_timeout": 5,
            "options": options,
            **ways,
        },
    )

"""Whether the database keeps what it promised, even through a power cut."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Engine

from siegvo.adapters.sql.troubles import Translated

_QUESTIONS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "sqlite": {
        "PRAGMA journal_mode": ("wal",),
        "PRAGMA synchronous": ("2", "3"),
        "PRAGMA foreign_keys": ("1",),
    },
    "postgresql": {
        "SHOW fsync": ("on",),
        "SHOW synchronous_commit": ("on", "local", "remote_write", "remote_apply"),
        "SHOW full_page_writes": ("on",),
    },
}


def broken_promises(engine: Engine) -> tuple[str, ...]:
    """Return the settings of the database that let it lose what it acknowledged.

    Raises:
        DatabaseUnavailable: it cannot be reached.
    """
    questions = _QUESTIONS[engine.dialect.name]
    with Translated(), engine.connect() as connection:
        answers = {each: str(connection.exec_driver_sql(each).scalar_one()) for each in questions}
    return tuple(
        f"{question.partition(' ')[2]} = {answer}"
        for question, answer in answers.items()
        if answer not in questions[question]
    )

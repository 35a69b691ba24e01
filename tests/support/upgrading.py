"""An upgrade as one of several processes would run it."""

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.upgrade import upgrade


def upgraded(url: str) -> tuple[str, ...]:
    """Bring the database up to date and return what there was to do."""
    engine = open_engine(url)
    try:
        return upgrade(engine)
    finally:
        engine.dispose()

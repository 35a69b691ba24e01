"""Which keys made the hashes that a database holds."""

import attrs
from sqlalchemy import Engine, func, select, union

from siegvo.adapters.sql.tables.accounts import accounts, registrations
from siegvo.adapters.sql.tables.contracts import tenures


@attrs.frozen(kw_only=True)
class KeyNames:
    """The names of the keys of passwords, and of those of security keys."""

    passwords: frozenset[str]
    security_keys: frozenset[str]


def key_names(engine: Engine) -> KeyNames:
    """Read the names that stand in front of the hashes."""
    passwords = union(
        *(
            select(func.substr(table.c.password_hash, 5, 8)).where(
                table.c.password_hash.like("sg1$%")
            )
            for table in (accounts, registrations)
        )
    )
    named = tenures.c.key_hash.like("________$%")
    security_keys = select(func.substr(tenures.c.key_hash, 1, 8)).where(named).distinct()
    with engine.connect() as connection:
        return KeyNames(
            passwords=frozenset(connection.execute(passwords).scalars()),
            security_keys=frozenset(connection.execute(security_keys).scalars()),
        )

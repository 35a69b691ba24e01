"""Which keys made the hashes and the seals that a database holds."""

from collections.abc import Mapping

import attrs
from sqlalchemy import Engine, func, select, union

from siegvo.adapters.sql.tables.accounts import accounts, registrations
from siegvo.adapters.sql.tables.contracts import tenures
from siegvo.adapters.sql.tables.payments import mandates


@attrs.frozen(kw_only=True)
class KeyNames:
    """The names of the keys of passwords, of security keys, and of bank details.

    Of the last, how many mandates each sealed.
    """

    passwords: frozenset[str]
    security_keys: frozenset[str]
    bank_details: Mapping[str, int]


def key_names(engine: Engine) -> KeyNames:
    """Read the names that stand in front of the hashes and in the seals."""
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
    sealed = mandates.c.sealed_iban.like("v1.________.%")
    name = func.substr(mandates.c.sealed_iban, 4, 8)
    bank_details = select(name, func.count()).where(sealed).group_by(name)
    with engine.connect() as connection:
        return KeyNames(
            passwords=frozenset(connection.execute(passwords).scalars()),
            security_keys=frozenset(connection.execute(security_keys).scalars()),
            bank_details={row[0]: row[1] for row in connection.execute(bank_details)},
        )

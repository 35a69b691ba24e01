"""Tenures in SQL."""

from collections.abc import Iterable
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, and_, bindparam, literal_column, select, update

from siegvo.adapters.sql.prepared import Prepared
from siegvo.adapters.sql.tables.contracts import contracts, links, tenures
from siegvo.application.repositories.contracts import ContractNotFound, Lock
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.category import Category
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.day_range import DayRange
from siegvo.domain.kernel.postal_address import PostalAddress

ALL_TENURES: Final = select(
    tenures, contracts.c.street, contracts.c.postcode, contracts.c.town
).join(contracts, contracts.c.number == tenures.c.contract)

LATEST_HELD: Final = (
    ALL_TENURES.join(links, links.c.payer == tenures.c.payer)
    .where(
        links.c.account == bindparam("holder"),
        tenures.c.contract == bindparam("number"),
    )
    .order_by(tenures.c.started_on.desc(), tenures.c.payer)
    .limit(literal_column("1"))  # given as a parameter, SQLite would plan anew each time
)

_LATEST_HELD: Final = Prepared(LATEST_HELD)

_OF_PAYER: Final = ALL_TENURES.where(tenures.c.payer == bindparam("payer")).order_by(
    tenures.c.contract, tenures.c.started_on
)

_LOCKS: Final = (
    select(tenures.c.payer, tenures.c.key_hash, tenures.c.key_bits)
    .where(tenures.c.contract == bindparam("number"))
    .order_by(tenures.c.payer, tenures.c.key_hash, tenures.c.key_bits)
    .distinct()
)


@attrs.frozen
class SqlTenures:
    """`Tenures`, in the table of that name."""

    connection: Connection

    def held_by(self, holder: AccountId, number: ContractNumber) -> Tenure:
        row = _LATEST_HELD.row(self.connection, {"holder": holder, "number": number.digits})
        if row is None:
            raise ContractNotFound(number)
        return tenure_from(row)

    def of_payer(self, payer: PayerCode) -> tuple[Tenure, ...]:
        rows = self.connection.execute(_OF_PAYER, {"payer": payer.text})
        latest = {row.contract: row for row in rows}
        return tuple(map(tenure_from, latest.values()))

    def locks_of(self, number: ContractNumber) -> tuple[Lock, ...]:
        rows = self.connection.execute(_LOCKS, {"number": number.digits})
        return tuple(Lock(PayerCode(row.payer), row.key_hash, row.key_bits) for row in rows)

    def renew_key(
        self, number: ContractNumber, payer: PayerCode, *, key_hash: str, key_bits: int
    ) -> None:
        theirs = and_(tenures.c.contract == number.digits, tenures.c.payer == payer.text)
        known = self.connection.execute(
            select(tenures.c.key_hash, tenures.c.retired_key_hashes).where(theirs)
        )
        retired = {
            each for row in known for each in (row.key_hash, *retired_in(row.retired_key_hashes))
        }
        self.connection.execute(
            update(tenures)
            .where(theirs)
            .values(
                key_hash=key_hash,
                key_bits=key_bits,
                retired_key_hashes=retired_as_text(sorted(retired)),
            )
        )


def retired_in(text: str | None) -> tuple[str, ...]:
    """Return the hashes of keys that were taken back, from the one column that holds them."""
    return tuple(text.split()) if text else ()


def retired_as_text(hashes: Iterable[str]) -> str | None:
    return " ".join(hashes) or None


def tenure_from(row: Row[Any]) -> Tenure:
    """Return the tenure whose columns `row` holds, with the address of its contract."""
    return Tenure(
        contract=ContractNumber(row.contract),
        payer=PayerCode(row.payer),
        supply=PostalAddress(street=row.street, postcode=row.postcode, town=row.town),
        days=DayRange(row.started_on, row.ended_on),
        category=Category(row.category),
        payment_mode=PaymentMode(row.payment_mode),
        has_e_invoice=row.e_invoice,
        is_suspended=row.suspended,
        occupant=row.occupant,
        masked_iban=row.masked_iban,
    )

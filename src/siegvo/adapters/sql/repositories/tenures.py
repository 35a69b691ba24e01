"""Tenures in SQL."""

from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, literal_column, select

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

_tenures = select(tenures, contracts.c.street, contracts.c.postcode, contracts.c.town).join(
    contracts, contracts.c.number == tenures.c.contract
)

LATEST_HELD: Final = (
    _tenures.join(links, links.c.payer == tenures.c.payer)
    .where(
        links.c.account == bindparam("holder"),
        tenures.c.contract == bindparam("number"),
    )
    .order_by(tenures.c.started_on.desc(), tenures.c.payer)
    .limit(literal_column("1"))  # given as a parameter, SQLite would plan anew each time
)

_OF_PAYER: Final = _tenures.where(tenures.c.payer == bindparam("payer")).order_by(
    tenures.c.contract, tenures.c.started_on
)

_LOCKS: Final = (
    select(tenures.c.payer, tenures.c.key_hash)
    .where(tenures.c.contract == bindparam("number"))
    .order_by(tenures.c.payer, tenures.c.key_hash)
    .distinct()
)


@attrs.frozen
class SqlTenures:
    """`Tenures`, in the table of that name."""

    connection: Connection

    def held_by(self, holder: AccountId, number: ContractNumber) -> Tenure:
        row = self.connection.execute(
            LATEST_HELD, {"holder": holder, "number": number.digits}
        ).one_or_none()
        if row is None:
            raise ContractNotFound(number)
        return tenure_from(row)

    def of_payer(self, payer: PayerCode) -> tuple[Tenure, ...]:
        rows = self.connection.execute(_OF_PAYER, {"payer": payer.text})
        latest = {row.contract: row for row in rows}
        return tuple(map(tenure_from, latest.values()))

    def locks_of(self, number: ContractNumber) -> tuple[Lock, ...]:
        rows = self.connection.execute(_LOCKS, {"number": number.digits})
        return tuple(Lock(PayerCode(row.payer), row.key_hash) for row in rows)


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

"""Tenures with the names and addresses of their payers, in one statement."""

from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, Select, bindparam

from siegvo.adapters.sql.repositories.tenures import ALL_TENURES, LATEST_HELD, tenure_from
from siegvo.adapters.sql.tables.contracts import payers, tenures
from siegvo.application.readers.named_tenures import NamedTenure
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.postal_address import PostalAddress


def _named(statement: Select[Any]) -> Select[Any]:
    told = ("name", "street", "postcode", "town")
    return statement.join(payers, payers.c.code == tenures.c.payer).add_columns(
        *(payers.c[each].label(f"payer_{each}") for each in told)
    )


_HELD: Final = _named(LATEST_HELD)
_OF_CONTRACT: Final = (
    _named(ALL_TENURES)
    .where(tenures.c.contract == bindparam("number"))
    .order_by(tenures.c.started_on, tenures.c.payer)
)


@attrs.frozen
class SqlNamedTenures:
    """`NamedTenures`, from tenures, contracts and payers."""

    connection: Connection

    def held_by(self, holder: AccountId, number: ContractNumber) -> NamedTenure:
        row = self.connection.execute(
            _HELD, {"holder": holder, "number": number.digits}
        ).one_or_none()
        if row is None:
            raise ContractNotFound(number)
        return _named_tenure(row)

    def of(self, number: ContractNumber) -> tuple[NamedTenure, ...]:
        rows = self.connection.execute(_OF_CONTRACT, {"number": number.digits})
        return tuple(map(_named_tenure, rows))


def _named_tenure(row: Row[Any]) -> NamedTenure:
    return NamedTenure(
        tenure=tenure_from(row),
        payer_name=row.payer_name,
        payer_address=PostalAddress(
            street=row.payer_street, postcode=row.payer_postcode, town=row.payer_town
        ),
    )

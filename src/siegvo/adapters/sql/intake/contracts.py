"""Contracts, payers and tenures as files tell them, in SQL."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from siegvo.adapters.sql.keeping import kept
from siegvo.adapters.sql.repositories.tenures import retired_as_text, retired_in, tenure_from
from siegvo.adapters.sql.tables.contracts import contracts, payers, tenures
from siegvo.application.repositories.intake import ContractChange, KnownTenure
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import Payer, PayerCode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.postal_address import PostalAddress

_HISTORIES: Final = (
    select(tenures, contracts.c.street, contracts.c.postcode, contracts.c.town)
    .join(contracts, contracts.c.number == tenures.c.contract)
    .where(tenures.c.contract.in_(bindparam("numbers", expanding=True)))
    .order_by(tenures.c.contract, tenures.c.started_on, tenures.c.payer)
)
_COUNT: Final = select(func.count()).select_from(contracts)
_HOLDERS: Final = (
    select(tenures.c.contract, tenures.c.payer, tenures.c.started_on)
    .where(tenures.c.contract.in_(bindparam("numbers", expanding=True)))
    .order_by(tenures.c.contract, tenures.c.started_on, tenures.c.payer)
)
_PAYERS: Final = select(payers).where(payers.c.code.in_(bindparam("codes", expanding=True)))

_THIS_TENURE: Final = (
    tenures.c.contract == bindparam("old_contract"),
    tenures.c.payer == bindparam("old_payer"),
    tenures.c.started_on == bindparam("old_started_on"),
)
_REPLACE: Final = (
    update(tenures)
    .where(*_THIS_TENURE)
    .values({column: bindparam(column.name) for column in tenures.c})
)
_SHORTEN: Final = update(tenures).where(*_THIS_TENURE).values(ended_on=bindparam("ended_on"))


@attrs.frozen
class SqlContractIntake:
    """`ContractIntake`, in the tables `payers`, `contracts` and `tenures`."""

    connection: Connection

    def histories(
        self, numbers: Collection[ContractNumber]
    ) -> Mapping[ContractNumber, Sequence[KnownTenure]]:
        found: dict[ContractNumber, list[KnownTenure]] = defaultdict(list)
        wanted = {"numbers": [number.digits for number in numbers]}
        for row in self.connection.execute(_HISTORIES, wanted):
            retired = retired_in(row.retired_key_hashes)
            known = KnownTenure(tenure_from(row), row.key_hash, row.key_bits, retired)
            found[known.tenure.contract].append(known)
        return found

    def count(self) -> int:
        return self.connection.execute(_COUNT).scalar_one()

    def holders(
        self, numbers: Collection[ContractNumber]
    ) -> Mapping[ContractNumber, tuple[PayerCode, date]]:
        wanted = {"numbers": [number.digits for number in numbers]}
        return {
            ContractNumber(row.contract): (PayerCode(row.payer), row.started_on)
            for row in self.connection.execute(_HOLDERS, wanted)
        }

    def payers(self, codes: Collection[PayerCode]) -> Mapping[PayerCode, Payer]:
        wanted = {"codes": [code.text for code in codes]}
        return {
            payer.code: payer for payer in map(_payer, self.connection.execute(_PAYERS, wanted))
        }

    def keep_payers(self, payers: Sequence[Payer]) -> None:
        self.connection.execute(_KEEP_PAYER, [_payer_row(payer) for payer in payers])

    def keep(self, changes: Sequence[ContractChange]) -> None:
        self.connection.execute(
            _KEEP_CONTRACT, [_contract_row(change.succession.current) for change in changes]
        )
        self._run(_SHORTEN, [row for change in changes for row in _shortened(change)])
        self._run(_REPLACE, [row for change in changes for row in _replaced(change)])
        self._run(insert(tenures), [row for change in changes for row in _added(change)])

    def _run(self, statement: Any, rows: list[dict[str, object]]) -> None:
        if rows:
            self.connection.execute(statement, rows)


_KEEP_PAYER: Final = kept(payers)
_KEEP_CONTRACT: Final = kept(contracts)


def _shortened(change: ContractChange) -> list[dict[str, object]]:
    cut, shortened = change.succession.cut, change.succession.shortened
    return [{**_key(cut), "ended_on": shortened.days.last}] if cut and shortened else []


def _replaced(change: ContractChange) -> list[dict[str, object]]:
    replaced = change.succession.replaced
    return [{**_key(replaced), **_tenure_row(change)}] if replaced else []


def _added(change: ContractChange) -> list[dict[str, object]]:
    return [] if change.succession.replaced else [_tenure_row(change)]


def _key(tenure: Tenure) -> dict[str, object]:
    return {
        "old_contract": tenure.contract.digits,
        "old_payer": tenure.payer.text,
        "old_started_on": tenure.days.first,
    }


def _tenure_row(change: ContractChange) -> dict[str, object]:
    tenure = change.succession.current
    return {
        "contract": tenure.contract.digits,
        "payer": tenure.payer.text,
        "started_on": tenure.days.first,
        "ended_on": tenure.days.last,
        "suspended": tenure.is_suspended,
        "category": tenure.category.value,
        "payment_mode": tenure.payment_mode.value,
        "e_invoice": tenure.has_e_invoice,
        "occupant": tenure.occupant,
        "masked_iban": tenure.masked_iban,
        "key_hash": change.key_hash,
        "key_bits": change.key_bits,
        "retired_key_hashes": retired_as_text(change.retired),
    }


def _contract_row(tenure: Tenure) -> dict[str, object]:
    return {
        "number": tenure.contract.digits,
        "street": tenure.supply.street,
        "postcode": tenure.supply.postcode,
        "town": tenure.supply.town,
    }


def _payer(row: Row[Any]) -> Payer:
    return Payer(
        code=PayerCode(row.code),
        name=row.name,
        address=PostalAddress(street=row.street, postcode=row.postcode, town=row.town),
        email=row.email,
        siret=row.siret,
    )


def _payer_row(payer: Payer) -> dict[str, object]:
    return {
        "code": payer.code.text,
        "name": payer.name,
        "street": payer.address.street,
        "postcode": payer.address.postcode,
        "town": payer.address.town,
        "email": payer.email,
        "siret": payer.siret,
    }

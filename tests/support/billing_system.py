"""What the billing system says, written into the tables as an import would."""

from sqlalchemy import Connection, Table, delete
from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.postgresql import insert

from siegvo.adapters.sql.intake.billing_rows import collection_row, invoice_line_row, invoice_row
from siegvo.adapters.sql.tables.billing import collections, invoice_lines, invoices
from siegvo.adapters.sql.tables.contracts import contracts, payers, tenures
from siegvo.adapters.sql.tables.metering import meters, readings
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.invoice_line import InvoiceLine
from siegvo.domain.contracts.payer import Payer
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.metering.meter import Meter
from tests.support.builders.contracts import a_payer
from tests.support.store import Fact


def tell(connection: Connection, fact: Fact, *, key_hash: str, key_bits: int) -> None:
    """Keep one fact in place of what was said before."""
    match fact:
        case Payer():
            _keep(connection, payers, _payer_row(fact))
        case Tenure():
            _make_up(connection, _payer_row(a_payer(fact.payer.text)))
            _keep(connection, contracts, _contract_row(fact))
            key = {"key_hash": key_hash, "key_bits": key_bits}
            _keep(connection, tenures, {**_tenure_row(fact), **key})
        case Meter():
            _keep(connection, meters, _meter_row(fact))
            connection.execute(delete(readings).where(readings.c.meter == fact.serial))
            if rows := _reading_rows(fact):
                connection.execute(plain_insert(readings), rows)
        case Invoice():
            _keep(connection, invoices, invoice_row(fact))
        case InvoiceLine():
            _keep(connection, invoice_lines, invoice_line_row(fact))
        case Collection():
            _keep(connection, collections, collection_row(fact))


def _keep(connection: Connection, table: Table, row: dict[str, object]) -> None:
    keys = [column.name for column in table.primary_key]
    connection.execute(
        insert(table).values(row).on_conflict_do_update(index_elements=keys, set_=row)
    )


def _make_up(connection: Connection, payer: dict[str, object]) -> None:
    connection.execute(insert(payers).values(payer).on_conflict_do_nothing())


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


def _contract_row(tenure: Tenure) -> dict[str, object]:
    return {
        "number": tenure.contract.digits,
        "street": tenure.supply.street,
        "postcode": tenure.supply.postcode,
        "town": tenure.supply.town,
    }


def _tenure_row(tenure: Tenure) -> dict[str, object]:
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
    }


def _meter_row(meter: Meter) -> dict[str, object]:
    return {
        "serial": meter.serial,
        "contract": meter.contract.digits,
        "dials": meter.dials,
        "fitted_on": meter.fitted.on,
        "fitted_m3": meter.fitted.index.cubic_metres,
        "removed_on": meter.removed and meter.removed.on,
        "removed_m3": meter.removed and meter.removed.index.cubic_metres,
        "diameter_mm": meter.diameter_mm,
        "make": meter.make,
        "year": meter.year,
        "remote_read": meter.is_remote_read,
    }


def _reading_rows(meter: Meter) -> list[dict[str, object]]:
    return [
        {
            "meter": meter.serial,
            "taken_on": reading.taken_on,
            "index_m3": reading.index.cubic_metres,
            "source": reading.source.value,
        }
        for reading in meter.readings
    ]

"""A portal full of the network's rows, and subscribers who are signed in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from sqlalchemy import Connection, Table, insert, select, text

import siegvo
from benchmarks import network
from benchmarks.invoiced import invoices_of
from benchmarks.network import Supply, in_batches, subscribers, supplies
from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.billing import invoices
from siegvo.adapters.sql.tables.contracts import contracts, links, payers, tenures
from siegvo.adapters.sql.tables.metering import meters, readings

Rows = list[dict[str, object]]

_NAMESPACE = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
_NOW = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
_BATCH = 2_000


def fill(settings: siegvo.Settings, *, count: int) -> None:
    """Make the schema as `siegvo db upgrade` does, and put `count` contracts in."""
    siegvo.upgrade_database(settings)
    engine = open_engine(settings.database_url)
    seen: set[str] = set()
    with engine.begin() as connection:
        for batch in in_batches(supplies(count), of=_BATCH):
            for table, rows in _rows(batch, seen=seen):
                connection.execute(insert(table), rows)
        connection.execute(text("ANALYZE"))  # as after an import
    engine.dispose()


def sign_in(settings: siegvo.Settings, *, count: int, among: int) -> tuple[str, ...]:
    """Give `count` payers an account, a reading under way and a session; return their cookies."""
    holders = [_account_id(rank) for rank in range(count)]
    engine = open_engine(settings.database_url)
    with engine.begin() as connection:
        held = _open_accounts(connection, holders, codes=subscribers(count, among=among))
    engine.dispose()
    cookies = []
    with siegvo.open_portal(settings) as portal:
        for holder, number in zip(holders, held, strict=True):
            account = siegvo.AccountId(holder)
            portal.metering.submit_reading(
                holder=account,
                contract=siegvo.ContractNumber(number),
                index=siegvo.MeterIndex(9_999),
                taken_on=datetime.now(UTC).date() - timedelta(days=1),
                confirmed=True,
            )
            cookies.append(f"siegvo={portal.accounts.open_session(account).value}")
    return tuple(cookies)


def _open_accounts(connection: Connection, holders: list[UUID], *, codes: list[str]) -> list[str]:
    """Open an account for each payer of `codes`, and return a contract that each of them holds."""
    numbers = {
        code: connection.execute(
            select(tenures.c.contract).where(tenures.c.payer == code).order_by(tenures.c.contract)
        )
        .scalars()
        .first()
        for code in codes
    }
    connection.execute(
        insert(accounts),
        [
            {
                "id": holder,
                "email": f"abonne{rank}@example.fr",
                "email_key": f"abonne{rank}@example.fr",
                "password_hash": "nobody signs in with a password here",
                "activated_at": _NOW,
                "version": 1,
            }
            for rank, holder in enumerate(holders)
        ],
    )
    connection.execute(
        insert(links),
        [
            {"account": holder, "payer": code, "proved_by": numbers[code], "linked_at": _NOW}
            for holder, code in zip(holders, codes, strict=True)
        ],
    )
    return [str(numbers[code]) for code in codes]


def _account_id(rank: int) -> UUID:
    return uuid5(_NAMESPACE, str(rank))


def _rows(batch: list[Supply], *, seen: set[str]) -> Iterator[tuple[Table, Rows]]:
    """Write out a batch, the tables others refer to first."""
    held = [(supply, tenure) for supply in batch for tenure in supply.tenures]
    fitted = [(supply, meter) for supply in batch for meter in supply.meters]
    newcomers = {tenure.payer.code: tenure.payer for _, tenure in held}
    new = [payer for code, payer in newcomers.items() if code not in seen]
    seen |= newcomers.keys()
    if new:
        yield payers, [_payer(payer) for payer in new]
    yield contracts, [{"number": supply.number, **supply.place._asdict()} for supply in batch]
    yield tenures, [_tenure(supply, tenure) for supply, tenure in held]
    yield meters, [_meter(supply, meter) for supply, meter in fitted]
    yield (
        readings,
        [
            {"meter": meter.serial, **reading._asdict()}
            for _, meter in fitted
            for reading in meter.readings
        ],
    )
    yield invoices, [row for supply in batch for row in invoices_of(supply)]


def _payer(payer: network.Payer) -> dict[str, object]:
    return {"code": payer.code, "name": payer.name, **payer.place._asdict()}


def _tenure(supply: Supply, tenure: network.Tenure) -> dict[str, object]:
    facts = tenure._asdict()
    facts |= {"payer": tenure.payer.code, "contract": supply.number, "suspended": False}
    return facts | {"key_hash": f"{int(supply.number):064x}", "key_bits": 40}


def _meter(supply: Supply, meter: network.Meter) -> dict[str, object]:
    facts = meter._asdict()
    del facts["readings"]
    return facts | {"contract": supply.number, "dials": 5, "diameter_mm": 15, "remote_read": False}

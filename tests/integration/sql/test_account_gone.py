"""What somebody sends at the very moment their account is deleted."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from threading import Event
from typing import Final

import pytest
from sqlalchemy import Engine, event, func, select

from siegvo.adapters.sql.tables.accounts import accounts
from siegvo.adapters.sql.tables.metadata import metadata
from siegvo.application.accounts.erasure import erase
from siegvo.application.portal import Portal
from siegvo.application.ports.work import GoneMeanwhile
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.errors import Conflict, NotFound
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.metering.meter_index import MeterIndex
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.database import Database
from tests.support.outside import PlainKeyedHash
from tests.support.programs import PATIENCE
from tests.support.security_keys import know_with_key

KEY: Final = SecurityKey("9NUUNTUW")
DAY: Final = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _imported(database: Database) -> None:
    know_with_key(database, a_tenure(), KEY)
    database.know(a_meter_on(CONTRACT.digits))
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB, email="bob@exemple.fr"))


def _link(portal: Portal) -> object:
    return portal.contracts.link_contract(account=ALICE, number=CONTRACT, key=KEY)


def _send_a_reading(portal: Portal) -> object:
    return portal.metering.submit_reading(
        holder=ALICE, contract=CONTRACT, index=MeterIndex(12), taken_on=DAY, confirmed=True
    )


def _dispute(portal: Portal) -> object:
    return portal.contracts.dispute_link(account=ALICE, payer=MARCHAL)


def _sign_in(portal: Portal) -> object:
    return portal.accounts.open_session(ALICE)


class TestWhatIsSentFromADeletedAccount:
    def test_is_a_conflict(self, portal: Portal, database: Database) -> None:
        portal.accounts.delete_by_staff(an_account(ALICE).email, actor=Actor.staff("c.weber"))

        with pytest.raises(GoneMeanwhile):
            _link(portal)

        assert _rows_of_nobody(database) == 0

    @pytest.mark.parametrize("send", [_send_a_reading, _dispute, _sign_in])
    def test_is_about_what_they_do_not_have(
        self, portal: Portal, send: Callable[[Portal], object]
    ) -> None:
        portal.accounts.delete_by_staff(an_account(ALICE).email, actor=Actor.staff("c.weber"))

        with pytest.raises(NotFound):
            send(portal)


@pytest.mark.parametrize("send", [_link, _send_a_reading, _dispute, _sign_in])
class TestWhatIsSentWhileAnAccountIsDeleted:
    def test_is_refused_and_leaves_nothing(
        self, portal: Portal, database: Database, send: Callable[[Portal], object]
    ) -> None:
        if send is not _link:
            with database.begin() as work:
                work.links.add(a_link(ALICE))
                work.links.add(a_link(BOB))

        with ThreadPoolExecutor(1) as another:
            sent = _sent_while_deleting(portal, database, send, another)

            with pytest.raises((Conflict, NotFound)):
                sent.result(PATIENCE)

        assert _rows_of_nobody(database) == 0
        with database.engine.connect() as connection:
            kept = connection.execute(select(func.count()).select_from(accounts)).scalar_one()
        assert kept == 1, "whoever was quicker, the account is gone"


def _sent_while_deleting(
    portal: Portal,
    database: Database,
    send: Callable[[Portal], object],
    another: ThreadPoolExecutor,
) -> Future[object]:
    """Let `another` begin when the account is gone for this transaction, and for no other yet."""
    with database.begin() as work, _statements_of_others(database.engine) as begun:
        held = work.accounts.hold(ALICE)
        erase(
            work,
            held,
            at=NOON,
            actor=Actor.subscriber(ALICE),
            keyed_hash=PlainKeyedHash(),
        )
        sent = another.submit(send, portal)
        assert begun.wait(PATIENCE)
    return sent


@contextmanager
def _statements_of_others(engine: Engine) -> Iterator[Event]:
    """Tell when a transaction other than the one there is runs its first statement."""
    begun = Event()

    def note(*_: object) -> None:
        begun.set()

    event.listen(engine, "begin", note)
    try:
        yield begun
    finally:
        event.remove(engine, "begin", note)


def _rows_of_nobody(database: Database) -> int:
    """Count the rows that name an account there is not."""
    with database.engine.connect() as connection:
        known = set(connection.scalars(select(accounts.c.id)))
        return sum(
            owner not in known
            for table in metadata.sorted_tables
            if "account" in table.c and table.c["account"].foreign_keys
            for owner in connection.scalars(
                select(table.c["account"]).where(table.c["account"].is_not(None))
            )
        )

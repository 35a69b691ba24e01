"""What two people import or export at the same moment."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import sleep
from typing import TypeVar

import attrs
from sqlalchemy import Engine, text

from siegvo.application.portal import Portal
from siegvo.application.ports.work import Work
from siegvo.application.repositories.intake import ContractChange
from siegvo.domain.contracts.succession import succeed
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import NOON, an_account
from tests.support.builders.billing import a_collection, an_invoice
from tests.support.builders.contracts import a_payer, a_tenure
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.database import Database
from tests.support.feeds import collection_feed, contract_feed, contract_row
from tests.support.insisting import insisting
from tests.support.meters import a_meter

Done = TypeVar("Done")

WAITING = text(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND wait_event_type = 'Lock'"
)


def wait_for_its_turn(doing: Future[Done], engine: Engine) -> None:
    """Return once it waits for a lock, or is over; on SQLite it waits from its very start."""
    while engine.dialect.name == "postgresql" and not doing.done():
        with engine.connect() as connection:
            if connection.execute(WAITING).scalar_one():
                return
        sleep(0.01)


def meanwhile(
    do: Callable[[], Done],
    *,
    keep: Callable[[Work], None],
    database: Database,
    looked: Event | None = None,
) -> Done:
    """Do something while somebody else has kept rows that nobody can see yet.

    It may say when it has `looked`.
    """
    with ThreadPoolExecutor(1) as other:
        with database.begin() as work:
            keep(work)
            doing = other.submit(insisting, do)
            if looked:
                looked.wait(timeout=60)
            wait_for_its_turn(doing, database.engine)
        return doing.result()


class TestTheSecondOfTwoImports:
    def test_finds_the_collections_of_the_first(self, portal: Portal, database: Database) -> None:
        database.know(a_tenure(), an_invoice())

        report = meanwhile(
            lambda: portal.exchange.import_collections(collection_feed([a_collection()])),
            keep=lambda work: work.intake.billing.keep_collections([a_collection()]),
            database=database,
        )

        assert (report.created, report.unchanged) == (0, 1)

    def test_finds_the_contracts_of_the_first(self, portal: Portal, database: Database) -> None:
        def keep(work: Work) -> None:
            work.intake.contracts.keep_payers([a_payer()])
            first = ContractChange(succession=succeed([], a_tenure()), key_hash="")
            work.intake.contracts.keep([first])

        report = meanwhile(
            lambda: portal.exchange.import_contracts(contract_feed([contract_row(a_tenure())])),
            keep=keep,
            database=database,
        )

        assert (report.created, report.updated) == (0, 1)


class TestTheSecondOfTwoExports:
    def test_finds_that_the_readings_have_left(self, portal: Portal, database: Database) -> None:
        sent, looked = a_sent_reading(), Event()
        database.know(a_tenure(), a_meter())
        with database.begin() as work:
            work.accounts.add(an_account())
            work.requests.add(a_request())
            work.sent_readings.add(sent)

        def keep(work: Work) -> None:
            first = work.requests.hold(sent.reference)
            work.requests.save(first.become(RequestState.EXPORTED, at=NOON))
            work.sent_readings.save(attrs.evolve(sent, exported_at=NOON))

        exported = meanwhile(
            lambda: portal.exchange.export_readings(since=None, hand_over=lambda _: looked.set()),
            keep=keep,
            database=database,
            looked=looked,
        )

        assert exported == 1
        with database.look() as readers:
            assert not readers.sent_readings.to_export(None)

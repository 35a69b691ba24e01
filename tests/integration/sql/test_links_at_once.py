"""Links that many ask for at the same moment."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import func, select

from siegvo.adapters.sql.tables.contracts import links
from siegvo.adapters.sql.tables.link_requests import link_requests
from siegvo.adapters.sql.tables.outbox import outbox
from siegvo.application.contracts.link_contract import Linked
from siegvo.application.portal import Portal
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.security_key import SecurityKey
from tests.support.builders.accounts import an_account
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.database import Database
from tests.support.insisting import insisting
from tests.support.security_keys import know_with_key

KEY = SecurityKey("9NUUNTUW")
ACCOUNTS = [AccountId(UUID(int=number)) for number in range(1, 8)]
ROUNDS = range(3)


@pytest.fixture(autouse=True)
def _imported(database: Database) -> None:
    know_with_key(database, a_tenure(), KEY)
    with database.begin() as work:
        for number, account in enumerate(ACCOUNTS):
            work.accounts.add(an_account(account, email=f"n{number}@exemple.fr"))


def link_at_once(portal: Portal, accounts: Sequence[AccountId]) -> list[Linked]:
    def link(account: AccountId) -> Linked:
        return insisting(
            lambda: portal.contracts.link_contract(account=account, number=CONTRACT, key=KEY)
        )

    with ThreadPoolExecutor(len(accounts)) as people:
        return list(people.map(link, accounts))


def told(database: Database, event: str) -> int:
    counted = select(func.count()).where(outbox.c.event == event)
    with database.engine.connect() as connection:
        return connection.execute(counted).scalar_one()


class TestTwentyLinksOfOneAccount:
    def test_are_one_link_and_one_letter(self, portal: Portal, database: Database) -> None:
        linked = link_at_once(portal, ACCOUNTS[:1] * 20)

        assert [each.was_linked for each in linked].count(False) == 1
        assert told(database, "ContractLinked") == 1

    def test_are_one_request_when_they_wait(self, portal: Portal, database: Database) -> None:
        database.know(*(a_tenure(f"2000000{rank:02}") for rank in range(11)))

        linked = link_at_once(portal, ACCOUNTS[:1] * 20)

        assert len({each.awaits for each in linked}) == 1
        assert told(database, "LinkAsked") == 1


class TestSevenAccountsAtOnce:
    @pytest.mark.parametrize("turn", ROUNDS)
    def test_are_five_links_and_two_requests(
        self, portal: Portal, database: Database, turn: int
    ) -> None:
        assert turn in ROUNDS

        linked = link_at_once(portal, ACCOUNTS)

        assert sum(each.awaits is None for each in linked) == 5
        with database.engine.connect() as connection:
            kept = connection.execute(select(func.count()).select_from(links)).scalar_one()
            asked = connection.execute(select(func.count()).select_from(link_requests))
            assert (kept, asked.scalar_one()) == (5, 2)

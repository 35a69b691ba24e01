"""How many statements a page costs."""

import pytest

from siegvo.application.portal import Portal
from siegvo.domain.contracts.contract_number import ContractNumber
from tests.support.builders.accounts import ALICE, a_session, an_account
from tests.support.builders.contracts import CONTRACT, a_link, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.database import Database, statements_noted
from tests.support.meters import a_reading
from tests.support.outside import Surroundings


@pytest.fixture
def cookie(database: Database, surroundings: Surroundings) -> str:
    """Sign Alice in; she has a hundred contracts, and one meter with a reading on its way."""
    others = (a_tenure(f"{number}") for number in range(4000, 4099))
    key = surroundings.session_keys.new()
    database.know(a_payer(), a_tenure(), *others, a_meter_on(CONTRACT.digits, a_reading()))
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.links.add(a_link(ALICE))
        work.sessions.open(a_session(key.fingerprint))
        work.requests.add(a_request())
        work.sent_readings.add(a_sent_reading())
    return key.value


def test_knowing_who_it_is_takes_one(portal: Portal, cookie: str) -> None:
    with statements_noted() as noted:
        visitor = portal.accounts.who_is(cookie)

    assert visitor
    assert len(visitor.contracts) == 100
    assert len(noted) == 1


@pytest.mark.parametrize("named", [CONTRACT, None])
def test_a_dashboard_takes_one_with_knowing_who_it_is(
    portal: Portal, cookie: str, named: ContractNumber | None
) -> None:
    with statements_noted() as noted:
        arrival = portal.accounts.arrive(cookie, contract=named)

    assert arrival
    assert len(arrival.visitor.contracts) == 100
    assert arrival.sheet
    assert len(arrival.sheet.awaited) == 1
    assert len(noted) == 1


def test_consumption_takes_one(portal: Portal, cookie: str) -> None:
    assert cookie

    with statements_noted() as noted:
        view = portal.metering.show_consumption(holder=ALICE, contract=CONTRACT)

    assert (len(view.meters), len(view.awaited)) == (1, 1)
    assert len(noted) == 1


def test_the_requests_of_an_account_take_one(portal: Portal, cookie: str) -> None:
    assert cookie

    with statements_noted() as noted:
        portal.requests.list_requests(ALICE)

    assert len(noted) == 1

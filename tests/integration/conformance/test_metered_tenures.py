"""What every implementation of `MeteredTenures` promises."""

import pytest

from siegvo.application.readers.metered_tenures import MeteredTenure
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import CONTRACT, a_link, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.requests import a_request, a_sent_reading
from tests.support.meters import a_reading, an_estimate, showing
from tests.support.store import Store

BEFORE = a_tenure(payer="BEFORE", since="2015-01-01", until="2024-05-31")
AFTER = a_tenure(since="2024-06-01")
FIRST = a_meter_on(
    CONTRACT.digits,
    a_reading(900, "2018-06-10"),
    serial="Z1",
    fitted=showing(0, "2015-03-01"),
    removed=showing(950, "2019-03-01"),
)
SECOND = a_meter_on(
    CONTRACT.digits,
    a_reading(10, "2019-06-10"),
    an_estimate(80, "2020-06-10"),
    a_reading(200, "2025-06-10"),
    serial="A2",
    fitted=showing(0, "2019-03-01"),
)


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    store.know(BEFORE, AFTER, SECOND, FIRST, a_tenure("4001", payer="OTHER"))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))
        work.links.add(a_link(BOB, payer="BEFORE"))


def _metered(store: Store, holder: AccountId = ALICE) -> MeteredTenure:
    with store.glance() as readers:
        return readers.metered_tenures.held_by(holder, CONTRACT)


@pytest.mark.parametrize("number", ["4001", "9999"])
def test_what_is_not_yours_is_not_found(store: Store, number: str) -> None:
    with store.glance() as readers, pytest.raises(ContractNotFound):
        readers.metered_tenures.held_by(ALICE, ContractNumber(number))


def test_it_tells_every_meter_with_all_it_showed(store: Store) -> None:
    assert _metered(store) == MeteredTenure(tenure=AFTER, meters=(FIRST, SECOND), awaited=())


def test_each_payer_has_their_own_tenure(store: Store) -> None:
    assert _metered(store, BOB).tenure == BEFORE


def test_of_who_is_linked_to_both_it_is_the_latest(store: Store) -> None:
    with store.begin() as work:
        work.links.add(a_link(BOB))

    assert _metered(store, BOB) == _metered(store, ALICE)


def test_it_tells_what_was_sent_by_its_holder(store: Store) -> None:
    sent = [a_sent_reading(rank, serial="A2", on=f"2026-11-0{3 - rank}") for rank in (1, 2)]
    with store.begin() as work:
        for each in sent:
            work.requests.add(a_request(each.reference.rank))
            work.sent_readings.add(each)

    assert _metered(store).awaited == tuple(reversed(sent))
    assert _metered(store).meters == (FIRST, SECOND)
    assert not _metered(store, BOB).awaited


def test_a_contract_may_have_no_meter(store: Store) -> None:
    store.know(a_tenure("4002"))

    with store.glance() as readers:
        bare = readers.metered_tenures.held_by(ALICE, ContractNumber("4002"))

    assert (bare.meters, bare.awaited) == ((), ())

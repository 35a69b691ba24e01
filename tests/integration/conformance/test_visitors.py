"""What every implementation of `Visitors` promises."""

from datetime import date

import attrs
import pytest

from siegvo.application.readers.visitors import HeldContract, Visitor
from siegvo.domain.contracts.payment_mode import PaymentMode
from tests.support.builders.accounts import ALICE, BOB, a_session, an_account
from tests.support.builders.contracts import SOMEWHERE, a_link, a_payer, a_tenure
from tests.support.store import Store

SESSION = a_session()


@pytest.fixture(autouse=True)
def _alice(store: Store) -> None:
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.sessions.open(SESSION)


def _behind(store: Store) -> Visitor:
    with store.look() as readers:
        visitor = readers.visitors.behind(SESSION.fingerprint)
    assert visitor is not None
    return visitor


def _numbers(store: Store) -> list[str]:
    return [str(contract.number) for contract in _behind(store).contracts]


def test_nobody_stands_behind_an_unknown_cookie(store: Store) -> None:
    with store.look() as readers:
        assert readers.visitors.behind("another fingerprint") is None


def test_a_visitor_may_have_no_contract(store: Store) -> None:
    email = an_account(ALICE).email

    assert _behind(store) == Visitor(session=SESSION, account=ALICE, email=email, contracts=())


def test_a_visitor_sees_every_contract_of_their_payer(store: Store) -> None:
    store.know(a_payer(), a_tenure("4002"), a_tenure("4001"), a_tenure("4003", payer="OTHER"))
    with store.begin() as work:
        work.links.add(a_link(ALICE, proved_by="4001"))
        work.links.add(a_link(BOB, payer="OTHER", proved_by="4003"))

    assert _numbers(store) == ["4001", "4002"]


def test_a_contract_may_be_suspended(store: Store) -> None:
    store.know(attrs.evolve(a_tenure("4001"), is_suspended=True), a_tenure("4002"))
    with store.begin() as work:
        work.links.add(a_link(ALICE, proved_by="4001"))

    assert [each.is_suspended for each in _behind(store).contracts] == [True, False]


def test_a_contract_that_is_debited_says_so(store: Store) -> None:
    monthly = attrs.evolve(a_tenure("4002"), payment_mode=PaymentMode.MONTHLY)
    store.know(a_tenure("4001"), monthly)
    with store.begin() as work:
        work.links.add(a_link(ALICE, proved_by="4001"))

    assert [each.is_debited for each in _behind(store).contracts] == [False, True]


def test_a_contract_imported_later_appears_by_itself(store: Store) -> None:
    store.know(a_tenure("4001"))
    with store.begin() as work:
        work.links.add(a_link(ALICE, proved_by="4001"))

    store.know(a_tenure("4002", street="1 place Neuve"))

    supplies = [contract.supply.street for contract in _behind(store).contracts]
    assert supplies == [SOMEWHERE.street, "1 place Neuve"]


def test_contracts_that_run_come_first(store: Store) -> None:
    store.know(a_tenure("4001", until="2024-05-31"), a_tenure("4002"))
    with store.begin() as work:
        work.links.add(a_link(ALICE, proved_by="4001"))

    ended = HeldContract(
        number=a_tenure("4001").contract, supply=SOMEWHERE, ended_on=date(2024, 5, 31)
    )
    assert _numbers(store) == ["4002", "4001"]
    assert _behind(store).contracts[1] == ended


def test_a_contract_left_and_taken_up_again_is_named_once(store: Store) -> None:
    store.know(a_tenure("4001", until="2021-06-30"), a_tenure("4001", since="2023-01-01"))
    with store.begin() as work:
        work.links.add(a_link(ALICE, proved_by="4001"))

    (contract,) = _behind(store).contracts
    assert contract.ended_on is None


def test_a_predecessor_does_not_see_that_somebody_came_after(store: Store) -> None:
    store.know(
        a_tenure("4001", payer="BEFORE", until="2024-05-31"),
        a_tenure("4001", payer="AFTER", since="2024-06-01"),
    )
    with store.begin() as work:
        work.links.add(a_link(ALICE, payer="BEFORE", proved_by="4001"))

    (contract,) = _behind(store).contracts
    assert contract.ended_on == date(2024, 5, 31)

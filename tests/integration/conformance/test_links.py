"""What every implementation of `Links` promises."""

from datetime import timedelta

import pytest

from siegvo.application.repositories.contracts import PayerNotLinked
from siegvo.domain.contracts.payer import PayerCode
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import MARCHAL, a_link, a_tenure
from tests.support.store import Store

LATER = NOON + timedelta(days=1)


@pytest.fixture(autouse=True)
def _network(store: Store) -> None:
    store.know(a_tenure(), a_tenure("4001", payer="OTHER"))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def test_a_link_is_new_once(store: Store) -> None:
    with store.begin() as work:
        assert work.links.add(a_link(at=NOON))
        assert not work.links.add(a_link(at=LATER))

    with store.begin() as work:
        assert work.links.of(ALICE) == (a_link(at=NOON),)


def test_the_oldest_link_of_an_account_comes_first(store: Store) -> None:
    newer = a_link(at=LATER)
    older = a_link(payer="OTHER", proved_by="4001", at=NOON)
    with store.begin() as work:
        work.links.add(newer)
        work.links.add(older)

        assert work.links.of(ALICE) == (older, newer)
        assert work.links.of(BOB) == ()


def test_a_payer_knows_the_accounts_linked_to_it(store: Store) -> None:
    with store.begin() as work:
        work.links.add(a_link(BOB, at=NOON))
        work.links.add(a_link(ALICE, at=LATER))

        assert work.links.accounts_of(MARCHAL) == (BOB, ALICE)
        assert work.links.accounts_of(PayerCode("OTHER")) == ()


def test_a_link_is_undone_once(store: Store) -> None:
    with store.begin() as work:
        work.links.add(a_link(ALICE, at=NOON))
        work.links.add(a_link(BOB, at=NOON))
        work.links.hold(MARCHAL)

        assert work.links.remove(ALICE, MARCHAL) == a_link(ALICE, at=NOON)

        assert work.links.accounts_of(MARCHAL) == (BOB,)
        with pytest.raises(PayerNotLinked):
            work.links.remove(ALICE, MARCHAL)

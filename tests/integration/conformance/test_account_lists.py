"""What every implementation of `AccountLists` promises."""

from datetime import timedelta

import pytest

from siegvo.application.readers.accounts import AccountCard, AccountLine
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, a_session, an_account
from tests.support.builders.address_changes import an_address_change
from tests.support.builders.contracts import MARCHAL, a_link, a_payer, a_tenure
from tests.support.builders.requests import a_request
from tests.support.store import Store

LATER = NOON + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    store.know(a_payer(), a_tenure())
    with store.begin() as work:
        work.accounts.add(an_account(BOB, email="bob@exemple.fr"))
        work.accounts.add(an_account(ALICE, email="Alice@exemple.fr"))
        work.links.add(a_link(ALICE))
        work.sessions.open(a_session("1"))
        work.sessions.open(a_session("2", seen=LATER))
        work.requests.add(a_request(1))
        work.requests.add(a_request(2).become(RequestState.DONE, at=LATER))
        work.address_changes.add(an_address_change(1, confirmed=NOON))
        work.address_changes.add(an_address_change(2, new="a@exemple.org"))


def test_accounts_are_listed_in_the_order_of_addresses(store: Store) -> None:
    with store.look() as readers:
        assert readers.account_lists.all() == (
            AccountLine(
                email=EmailAddress("alice@exemple.fr"),
                activated_at=NOON,
                seen_at=LATER,
                payers=1,
            ),
            AccountLine(
                email=EmailAddress("bob@exemple.fr"), activated_at=NOON, seen_at=None, payers=0
            ),
        )


def test_an_account_is_shown_with_what_is_under_way(store: Store) -> None:
    with store.look() as readers:
        card = readers.account_lists.of(EmailAddress("ALICE@exemple.fr"))

    assert card == AccountCard(
        id=ALICE,
        email=EmailAddress("alice@exemple.fr"),
        activated_at=NOON,
        seen_at=LATER,
        sessions=2,
        payers=(MARCHAL,),
        open_requests=("D-2026-000001",),
        moving_to=EmailAddress("a@exemple.org"),
    )


def test_a_mailbox_without_account_is_not_found(store: Store) -> None:
    with store.look() as readers, pytest.raises(AccountNotFound):
        readers.account_lists.of(EmailAddress("personne@exemple.fr"))


def test_a_household_is_known_by_its_words(store: Store) -> None:
    with store.look() as readers:
        words = readers.account_lists.words_of(ALICE)

        assert {"gravelotte", "100214873", "prés", "pres"} <= set(words)
        assert readers.account_lists.words_of(BOB) == ()

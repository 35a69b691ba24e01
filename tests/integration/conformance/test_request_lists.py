"""What every implementation of `RequestLists` promises."""

from datetime import timedelta

import pytest

from siegvo.application.readers.requests import RequestLine
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.requests import a_request
from tests.support.store import Store

LATER = NOON + timedelta(days=1)


@pytest.fixture(autouse=True)
def _requests(store: Store) -> None:
    store.know(a_tenure())
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.requests.add(a_request(1, at=LATER))
        refused = a_request(2, at=NOON).become(
            RequestState.REFUSED, at=LATER, reason="La photo est floue."
        )
        work.requests.add(refused)
        work.requests.add(a_request(3, contract=None, at=NOON))
        work.requests.add(a_request(4, account=BOB))


def test_the_newest_request_of_an_account_comes_first(store: Store) -> None:
    with store.look() as readers:
        lines = readers.request_lists.of(ALICE, most=10)

    assert [line.reference.rank for line in lines] == [1, 3, 2]


def test_a_list_is_no_longer_than_asked(store: Store) -> None:
    with store.look() as readers:
        lines = readers.request_lists.of(ALICE, most=2)

    assert [line.reference.rank for line in lines] == [1, 3]


def test_a_line_says_how_far_a_request_has_come_and_why(store: Store) -> None:
    with store.look() as readers:
        line = readers.request_lists.mine(ALICE, RequestReference(2026, 2))

    assert line == RequestLine(
        reference=RequestReference(2026, 2),
        kind=RequestKind.READING,
        contract=CONTRACT,
        state=RequestState.REFUSED,
        asked_at=NOON,
        moved_at=LATER,
        reason="La photo est floue.",
    )


def test_a_request_may_be_about_no_contract(store: Store) -> None:
    with store.look() as readers:
        assert readers.request_lists.mine(ALICE, RequestReference(2026, 3)).contract is None


def test_what_is_not_yours_is_not_found(store: Store) -> None:
    with store.look() as readers, pytest.raises(RequestNotFound):
        readers.request_lists.mine(ALICE, RequestReference(2026, 4))


def test_what_does_not_exist_is_not_found(store: Store) -> None:
    with store.look() as readers, pytest.raises(RequestNotFound):
        readers.request_lists.mine(ALICE, RequestReference(2026, 99))

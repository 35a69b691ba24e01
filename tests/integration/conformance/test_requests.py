"""What every implementation of `Requests` promises."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from siegvo.application.repositories.requests import RequestChangedMeanwhile, RequestNotFound
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.contracts import a_tenure
from tests.support.builders.requests import a_request
from tests.support.store import Store

LATER = NOON + timedelta(days=1)
FIRST = a_request().reference


@pytest.fixture(autouse=True)
def _network(store: Store) -> None:
    store.know(a_tenure())
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))


def test_references_follow_one_another_within_a_year(store: Store) -> None:
    with store.begin() as work:
        assert str(work.requests.new_reference(2026)) == "D-2026-000001"
        assert str(work.requests.new_reference(2026)) == "D-2026-000002"
        assert str(work.requests.new_reference(2027)) == "D-2027-000001"

    with store.begin() as work:
        assert str(work.requests.new_reference(2026)) == "D-2026-000003"


def test_two_transactions_never_get_the_same_reference(store: Store) -> None:
    def number(_: int) -> RequestReference:
        with store.begin() as work:
            return work.requests.new_reference(2026)

    with ThreadPoolExecutor(4) as threads:
        references = list(threads.map(number, range(20)))

    assert sorted(reference.rank for reference in references) == list(range(1, 21))


def test_a_request_comes_back_as_it_was(store: Store) -> None:
    request = a_request(contract=None).become(RequestState.IN_PROGRESS, at=LATER)
    with store.begin() as work:
        work.requests.add(request)

    with store.begin() as work:
        assert work.requests.of(request.reference) == request


def test_what_does_not_exist_is_not_found(store: Store) -> None:
    with store.begin() as work, pytest.raises(RequestNotFound):
        work.requests.of(FIRST)


def test_a_saved_request_keeps_its_history_and_what_came_since(store: Store) -> None:
    with store.begin() as work:
        work.requests.add(a_request())
    with store.begin() as work:
        request = work.requests.of(FIRST).become(RequestState.EXPORTED, at=NOON)
        work.requests.save(request.become(RequestState.REFUSED, at=LATER, reason="Illisible."))

    with store.begin() as work:
        steps = work.requests.of(FIRST).steps

    assert [step.state for step in steps] == [
        RequestState.REGISTERED,
        RequestState.EXPORTED,
        RequestState.REFUSED,
    ]
    assert (steps[-1].at, steps[-1].reason) == (LATER, "Illisible.")


def test_the_second_of_two_saves_is_refused(store: Store) -> None:
    with store.begin() as work:
        work.requests.add(a_request())
        request = work.requests.of(FIRST).become(RequestState.EXPORTED, at=LATER)
        work.requests.save(request)

        with pytest.raises(RequestChangedMeanwhile):
            work.requests.save(request)

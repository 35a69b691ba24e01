"""What every implementation of `LinkRequests` promises."""

import attrs
import pytest

from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import MARCHAL, a_tenure
from tests.support.builders.requests import a_request
from tests.support.store import Store

FIRST, SECOND = RequestReference(2026, 1), RequestReference(2026, 2)


@pytest.fixture(autouse=True)
def _asked(store: Store) -> None:
    """Let Alice ask for a link, and dispute another."""
    store.know(a_tenure(), a_tenure("4001", payer="OTHER"))
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.requests.add(attrs.evolve(a_request(1), kind=RequestKind.LINK))
        work.requests.add(attrs.evolve(a_request(2), kind=RequestKind.LINK_DISPUTE))
        work.requests.add(a_request(3))
        work.link_requests.add(
            LinkRequest(reference=FIRST, payer=MARCHAL, doubt=Doubt.MANY_CONTRACTS)
        )
        work.link_requests.add(LinkRequest(reference=SECOND, payer=MARCHAL, doubt=Doubt.DISPUTED))


def test_what_was_asked_comes_back(store: Store) -> None:
    with store.begin() as work:
        assert work.link_requests.of(SECOND) == LinkRequest(
            reference=SECOND, payer=MARCHAL, doubt=Doubt.DISPUTED
        )


def test_a_request_about_something_else_is_not_found(store: Store) -> None:
    with store.begin() as work, pytest.raises(RequestNotFound):
        work.link_requests.of(RequestReference(2026, 3))


def test_what_staff_have_not_decided_is_awaited(store: Store) -> None:
    with store.begin() as work:
        awaited = work.link_requests.awaited

        assert awaited(ALICE, MARCHAL, kind=RequestKind.LINK) == FIRST
        assert awaited(ALICE, MARCHAL, kind=RequestKind.LINK_DISPUTE) == SECOND
        assert awaited(BOB, MARCHAL, kind=RequestKind.LINK) is None
        assert awaited(ALICE, PayerCode("OTHER"), kind=RequestKind.LINK) is None


def test_what_staff_decided_is_not_awaited(store: Store) -> None:
    with store.begin() as work:
        work.requests.save(work.requests.of(FIRST).become(RequestState.DONE, at=NOON))

        assert work.link_requests.awaited(ALICE, MARCHAL, kind=RequestKind.LINK) is None

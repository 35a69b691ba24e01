"""What every implementation of `LinkLists` promises."""

from datetime import timedelta

import attrs
import pytest

from siegvo.application.readers.links import SharedPayer, WaitingLink
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_payer, a_tenure
from tests.support.builders.requests import a_request
from tests.support.store import Store

FIRST, SECOND = RequestReference(2026, 1), RequestReference(2026, 2)
LATER = NOON + timedelta(days=1)


@pytest.fixture(autouse=True)
def _network(store: Store) -> None:
    """Let Alice dispute Bob's link, and Bob ask for another payer's contracts."""
    store.know(
        a_payer(),
        a_payer("OTHER", name="Cercle"),
        a_tenure(),
        a_tenure("4001"),
        a_tenure("4001", since="2010-01-01", until="2012-12-31"),
        a_tenure("4002", payer="OTHER"),
    )
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(BOB, at=NOON))
        work.links.add(a_link(ALICE, at=LATER))
        work.links.add(a_link(ALICE, payer="OTHER", proved_by="4002", at=NOON))
        dispute = a_request(1, at=LATER)
        work.requests.add(attrs.evolve(dispute, kind=RequestKind.LINK_DISPUTE))
        work.link_requests.add(LinkRequest(reference=FIRST, payer=MARCHAL, doubt=Doubt.DISPUTED))
        asked = a_request(2, account=BOB, at=NOON)
        work.requests.add(attrs.evolve(asked, kind=RequestKind.LINK))
        work.link_requests.add(
            LinkRequest(reference=SECOND, payer=PayerCode("OTHER"), doubt=Doubt.WEAK_KEY)
        )


def test_what_waits_for_staff_is_listed_the_oldest_first(store: Store) -> None:
    with store.look() as readers:
        newest = readers.link_lists.waiting()[1]
        oldest = readers.link_lists.waiting()[0]

    assert newest.reference == FIRST
    assert (newest.contracts, newest.accounts) == (2, 2)
    assert oldest == WaitingLink(
        reference=SECOND,
        asked_at=NOON,
        doubt=Doubt.WEAK_KEY,
        email=an_account(BOB).email,
        contract=CONTRACT,
        payer=PayerCode("OTHER"),
        payer_name="Cercle",
        contracts=1,
        accounts=1,
    )


def test_what_staff_decided_is_not_listed(store: Store) -> None:
    with store.begin() as work:
        for reference in (FIRST, SECOND):
            decided = work.requests.of(reference).become(RequestState.REFUSED, at=NOON)
            work.requests.save(decided)

    with store.look() as readers:
        assert readers.link_lists.waiting() == ()


def test_an_account_knows_its_payers_and_how_many_others_are_linked(store: Store) -> None:
    with store.look() as readers:
        assert readers.link_lists.shared(ALICE) == (
            SharedPayer(
                payer=PayerCode("OTHER"),
                name="Cercle",
                contracts=1,
                linked_at=NOON,
                others=0,
                dispute=None,
            ),
            SharedPayer(
                payer=MARCHAL,
                name=a_payer().name,
                contracts=2,
                linked_at=LATER,
                others=1,
                dispute=FIRST,
            ),
        )


def test_a_dispute_is_shown_to_its_author_only(store: Store) -> None:
    with store.look() as readers:
        (payer,) = readers.link_lists.shared(BOB)

    assert (payer.others, payer.dispute) == (1, None)


def test_staff_see_who_is_linked_the_first_one_first(store: Store) -> None:
    with store.look() as readers:
        mailboxes = readers.link_lists.mailboxes(MARCHAL)

        assert mailboxes == (an_account(BOB).email, an_account(ALICE).email)
        assert readers.link_lists.mailboxes(PayerCode("NOBODY")) == ()

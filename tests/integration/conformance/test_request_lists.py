"""What every implementation of `RequestLists` promises."""

from datetime import timedelta
from typing import Any

import attrs
import pytest

from siegvo.application.readers.requests import RequestLine, Wanted
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.application.requests.list_requests import OPEN
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.contact import Contact
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.builders.requests import a_request
from tests.support.builders.threads import OTHER
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


class TestTheListForStaff:
    """The four requests: one refused, one about no contract, one of somebody else."""

    def _listed(self, store: Store, **changes: Any) -> list[int]:
        wanted = Wanted(states=OPEN, kinds=frozenset(RequestKind))
        with store.look() as readers:
            found = readers.request_lists.matching(attrs.evolve(wanted, **changes), most=10)
        return [each.line.reference.rank for each in found]

    def test_begins_with_the_oldest(self, store: Store) -> None:
        assert self._listed(store) == [3, 4, 1]

    def test_is_what_they_want_to_see(self, store: Store) -> None:
        assert self._listed(store, states=frozenset({RequestState.REFUSED})) == [2]
        assert self._listed(store, states=frozenset()) == []
        assert self._listed(store, kinds=frozenset({RequestKind.LEAK})) == []
        assert self._listed(store, contract=CONTRACT) == [4, 1]
        assert self._listed(store, asked_before=NOON) == [3, 4]
        assert self._listed(store, asked_before=NOON - timedelta(seconds=1)) == []

    def test_is_no_longer_than_asked(self, store: Store) -> None:
        wanted = Wanted(states=OPEN, kinds=frozenset(RequestKind))
        with store.look() as readers:
            assert len(readers.request_lists.matching(wanted, most=2)) == 2

    def test_says_who_asked_as_long_as_they_are_there(self, store: Store) -> None:
        with store.begin() as work:
            work.requests.disown(BOB)

        wanted = Wanted(states=OPEN, kinds=frozenset(RequestKind))
        with store.look() as readers:
            alices, nobodys, _ = readers.request_lists.matching(wanted, most=10)

        assert alices.email == an_account(ALICE).email
        assert nobodys.email is None

    def test_says_where_to_answer_whoever_has_no_account(self, store: Store) -> None:
        written = attrs.evolve(a_request(5, contract=None), kind=RequestKind.CONTACT, account=None)
        contact = Contact(
            reference=written.reference,
            name="Jean Dupont",
            email=EmailAddress("jean.dupont@exemple.fr"),
        )
        with store.begin() as work:
            work.requests.add(written)
            work.contacts.add(contact)

        wanted = Wanted(states=OPEN, kinds=frozenset({RequestKind.CONTACT}))
        with store.look() as readers:
            (line,) = readers.request_lists.matching(wanted, most=10)
            sheet = readers.request_sheets.of(written.reference)

        assert line.email == sheet.email == contact.email


def test_a_line_says_what_its_author_called_it(store: Store) -> None:
    with store.begin() as work:
        work.requests.add(a_request(5, kind=RequestKind.OTHER, at=LATER + timedelta(days=1)))
        work.threads.open(RequestReference(2026, 5), OTHER)

    with store.look() as readers:
        other, *rest = readers.request_lists.of(ALICE, most=10)

    assert other.subject == OTHER.subject
    assert {line.subject for line in rest} == {None}

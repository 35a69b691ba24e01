"""What every implementation promises of an account that leaves."""

from datetime import timedelta
from uuid import UUID

import pytest

from siegvo.application.repositories.accounts import AccountNotFound, AddressTaken
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.accounts.events import AccountActivated, AccountDeleted
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.contracts import MARCHAL, a_link, a_payer, a_tenure
from tests.support.builders.requests import a_request
from tests.support.store import Store

FORM = UUID(int=7)


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    store.know(a_payer(), a_tenure())
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def _submission(author: str) -> Submission:
    return Submission(author=author, action="link", id=FORM, content="the same")


def test_an_account_is_held_as_it_is(store: Store) -> None:
    with store.begin() as work:
        assert work.accounts.hold(ALICE) == an_account(ALICE)


def test_an_account_that_is_gone_cannot_be_held(store: Store) -> None:
    with store.begin() as work:
        work.accounts.remove(ALICE)

        with pytest.raises(AccountNotFound):
            work.accounts.hold(ALICE)


def test_an_account_is_removed_and_no_other(store: Store) -> None:
    with store.begin() as work:
        work.accounts.remove(ALICE)

    with store.look() as readers:
        assert readers.accounts.with_email(an_account(ALICE).email) is None
        assert readers.accounts.of(BOB) == an_account(BOB)


def test_an_account_does_not_move_to_a_mailbox_that_has_one(store: Store) -> None:
    with pytest.raises(AddressTaken), store.begin() as work:
        work.accounts.save(work.accounts.of(ALICE).at(EmailAddress("BOB@exemple.fr")))

    with store.look() as readers:
        assert readers.accounts.of(ALICE) == an_account(ALICE)


def test_an_account_moves_to_a_mailbox_that_has_none(store: Store) -> None:
    with store.begin() as work:
        work.accounts.save(work.accounts.of(ALICE).at(EmailAddress("a@exemple.org")))

    with store.look() as readers:
        found = readers.accounts.with_email(EmailAddress("A@exemple.org"))
        assert found
        assert found.id == ALICE


def test_links_are_undone_and_no_others(store: Store) -> None:
    with store.begin() as work:
        work.links.add(a_link(ALICE))
        work.links.add(a_link(BOB))

        work.links.forget(ALICE)

        assert work.links.of(ALICE) == ()
        assert work.links.accounts_of(MARCHAL) == (BOB,)


def test_requests_stay_without_an_author(store: Store) -> None:
    with store.begin() as work:
        work.requests.add(a_request(1))
        work.requests.disown(ALICE)
        work.accounts.remove(ALICE)

    with store.look() as readers:
        assert readers.request_lists.of(ALICE, most=10) == ()
    with store.begin() as work:
        request = work.requests.of(RequestReference(2026, 1))
        assert request.account is None
        assert request.steps == a_request(1).steps


def test_forms_are_forgotten_and_no_others(store: Store) -> None:
    with store.begin() as work:
        for author in (str(ALICE), str(BOB)):
            work.submissions.claim(_submission(author), at=NOON)
            work.submissions.settle(_submission(author), "done")

        work.submissions.forget(str(ALICE))

        assert work.submissions.claim(_submission(str(ALICE)), at=NOON) is None
        assert work.submissions.claim(_submission(str(BOB)), at=NOON) == "done"


def test_what_was_to_be_told_is_not_and_the_rest_is(store: Store) -> None:
    goodbye = AccountDeleted(at=NOON, email="alice@exemple.fr")
    of_bob = AccountActivated(at=NOON, account=str(BOB))
    with store.begin() as work:
        work.record(AccountActivated(at=NOON, account=str(ALICE)))
        work.record(of_bob)
        work.record(goodbye)

        work.outbox.forget_account(ALICE)

    until = NOON + timedelta(minutes=1)
    with store.begin() as work:
        claims = [work.outbox.claim(owner="w", now=NOON, until=until) for _ in range(3)]
    assert [claimed and claimed.event for claimed in claims] == [of_bob, goodbye, None]

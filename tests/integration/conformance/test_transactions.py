"""What every way into a database promises."""

from contextlib import suppress

import pytest
from sqlalchemy.exc import DBAPIError

from siegvo.application.repositories.accounts import AccountNotFound
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.store import Store


def test_what_a_block_did_is_kept_when_it_ends(store: Store) -> None:
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))

    with store.look() as readers:
        assert readers.accounts.of(ALICE) == an_account(ALICE)


def test_nothing_survives_a_block_that_raises(store: Store) -> None:
    with suppress(ZeroDivisionError), store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.attempts.add(("key",), at=NOON)
        raise ZeroDivisionError

    with store.look() as readers:
        assert readers.attempts.tally("key", since=NOON.replace(year=2000)).times == 0
        with pytest.raises(AccountNotFound):
            readers.accounts.of(ALICE)


def test_a_refusal_goes_through_a_block_unchanged(store: Store) -> None:
    with pytest.raises(AccountNotFound), store.begin() as work:
        work.accounts.of(ALICE)


def test_nothing_survives_a_look_that_writes(store: Store) -> None:
    with suppress(AssertionError, DBAPIError), store.look() as readers:
        readers.attempts.add(("key",), at=NOON)

    with store.look() as readers:
        assert readers.attempts.tally("key", since=NOON.replace(year=2000)).times == 0


def test_a_look_that_writes_is_told_so(store: Store) -> None:
    with pytest.raises((AssertionError, DBAPIError)), store.look() as readers:
        readers.attempts.add(("key",), at=NOON)


def test_a_look_does_not_wait_for_a_writer(store: Store) -> None:
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))

        with store.look() as readers, pytest.raises(AccountNotFound):
            readers.accounts.of(ALICE)


def test_a_look_sees_one_moment(store: Store) -> None:
    with store.look() as readers:
        before = readers.accounts.with_email(an_account(ALICE).email)
        with store.begin() as work:
            work.accounts.add(an_account(ALICE))

        assert readers.accounts.with_email(an_account(ALICE).email) == before

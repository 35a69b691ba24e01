"""What every implementation of `Accounts` promises."""

import pytest

from siegvo.application.repositories.accounts import (
    AccountChangedMeanwhile,
    AccountNotFound,
    AddressTaken,
)
from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.store import Store


@pytest.fixture(autouse=True)
def _alice(store: Store) -> None:
    with store.begin() as work:
        work.accounts.add(an_account(ALICE, email="Alice@exemple.fr"))


def test_an_account_comes_back_as_it_was(store: Store) -> None:
    with store.look() as readers:
        account = readers.accounts.of(ALICE)

    assert account == an_account(ALICE, email="Alice@exemple.fr")
    assert str(account.email) == "Alice@exemple.fr"


def test_a_mailbox_is_the_same_in_capitals(store: Store) -> None:
    with store.look() as readers:
        account = readers.accounts.with_email(EmailAddress("ALICE@EXEMPLE.FR"))

    assert account is not None
    assert account.id == ALICE


def test_a_mailbox_may_be_spelled_with_what_a_statement_is_made_of(store: Store) -> None:
    spelled = "d'orne--%25@exemple.fr"
    with store.begin() as work:
        work.accounts.add(an_account(BOB, email=spelled))

    with store.look() as readers:
        found = readers.accounts.with_email(EmailAddress(spelled))

    assert found == an_account(BOB, email=spelled)


def test_a_mailbox_without_account_has_none(store: Store) -> None:
    with store.look() as readers:
        assert readers.accounts.with_email(EmailAddress("bob@exemple.fr")) is None


def test_an_account_that_does_not_exist_is_not_found(store: Store) -> None:
    with store.look() as readers, pytest.raises(AccountNotFound):
        readers.accounts.of(BOB)


def test_a_mailbox_has_one_account(store: Store) -> None:
    with store.begin() as work, pytest.raises(AddressTaken):
        work.accounts.add(an_account(BOB, email="alice@EXEMPLE.fr"))


def test_a_transaction_goes_on_after_a_mailbox_was_taken(store: Store) -> None:
    with store.begin() as work:
        with pytest.raises(AddressTaken):
            work.accounts.add(an_account(BOB, email="alice@exemple.fr"))
        work.accounts.add(an_account(BOB))

    with store.look() as readers:
        assert readers.accounts.of(BOB) == an_account(BOB)


def test_a_saved_account_comes_back_as_it_is_now(store: Store) -> None:
    with store.begin() as work:
        work.accounts.save(work.accounts.of(ALICE).with_hash("fresher hash"))

    with store.look() as readers:
        assert readers.accounts.of(ALICE).password_hash == "fresher hash"


def test_the_second_of_two_saves_is_refused(store: Store) -> None:
    with store.begin() as work:
        account = work.accounts.of(ALICE)
        work.accounts.save(account)

        with pytest.raises(AccountChangedMeanwhile):
            work.accounts.save(account)

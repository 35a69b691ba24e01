"""What every implementation of `AddressChanges` promises."""

from datetime import timedelta

import pytest

from siegvo.application.repositories.address_changes import AddressChangeNotFound
from siegvo.domain.accounts.address_change import AddressChange
from tests.support.builders.accounts import ALICE, BOB, NOON, an_account
from tests.support.builders.address_changes import an_address_change
from tests.support.store import Store

LATER = NOON + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def _keep(store: Store, *changes: AddressChange) -> None:
    with store.begin() as work:
        for change in changes:
            work.address_changes.add(change)


def _is_kept(store: Store, change: AddressChange) -> bool:
    with store.look() as readers:
        try:
            return readers.address_changes.of(change.id) == change
        except AddressChangeNotFound:
            return False


def test_a_change_comes_back_as_it_was(store: Store) -> None:
    change = an_address_change(old="Alice@exemple.fr", new="Alice@EXEMPLE.org")
    _keep(store, change)

    with store.look() as readers:
        found = readers.address_changes.of(change.id)

    assert found == change
    assert str(found.new) == "Alice@EXEMPLE.org"


def test_a_change_that_does_not_exist_is_not_found(store: Store) -> None:
    with store.look() as readers, pytest.raises(AddressChangeNotFound):
        readers.address_changes.of(an_address_change().id)


def test_a_confirmed_change_says_when(store: Store) -> None:
    change = an_address_change()
    _keep(store, change)

    with store.begin() as work:
        work.address_changes.save(change.confirmed(LATER))

    assert _is_kept(store, change.confirmed(LATER))


def test_a_change_dropped_meanwhile_is_not_confirmed(store: Store) -> None:
    with store.begin() as work, pytest.raises(AddressChangeNotFound):
        work.address_changes.save(an_address_change().confirmed(LATER))


def test_a_new_wish_replaces_one_that_waits_and_no_other(store: Store) -> None:
    waiting = an_address_change(1)
    confirmed = an_address_change(2, confirmed=NOON)
    of_bob = an_address_change(3, account=BOB)
    _keep(store, confirmed, of_bob, waiting)

    wish = an_address_change(4, new="encore@exemple.org")
    _keep(store, wish)

    assert not _is_kept(store, waiting)
    assert all(_is_kept(store, each) for each in (confirmed, of_bob, wish))


def test_the_changes_of_an_account_are_forgotten_and_no_others(store: Store) -> None:
    of_bob = an_address_change(2, account=BOB)
    _keep(store, an_address_change(1, confirmed=NOON), of_bob)

    with store.begin() as work:
        work.address_changes.forget(ALICE)

    assert not _is_kept(store, an_address_change(1, confirmed=NOON))
    assert _is_kept(store, of_bob)


def test_old_changes_are_forgotten(store: Store) -> None:
    kept = an_address_change(2, account=BOB)
    _keep(store, an_address_change(1, at=NOON - timedelta(seconds=1)), kept)

    with store.begin() as work:
        assert work.address_changes.forget_older_than(NOON) == 1

    assert _is_kept(store, kept)

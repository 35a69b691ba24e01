"""What every implementation of `Devices` promises."""

from datetime import timedelta

import attrs
import pytest

from siegvo.domain.accounts.device import Device
from tests.support.builders.accounts import ALICE, BOB, NOON, a_device, an_account
from tests.support.store import Store

LATER = NOON + timedelta(days=5)


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))


def _keep(store: Store, *devices: Device) -> None:
    with store.begin() as work:
        for device in devices:
            work.devices.keep(device)


def test_a_device_is_known_to_the_account_that_used_it(store: Store) -> None:
    device = a_device()
    _keep(store, device)

    with store.look() as readers:
        assert readers.devices.of(ALICE, device.fingerprint) == device
        assert readers.devices.of(BOB, device.fingerprint) is None
        assert readers.devices.of(ALICE, "another") is None


def test_a_device_may_be_known_to_several(store: Store) -> None:
    _keep(store, a_device(), a_device(account=BOB))

    with store.look() as readers:
        assert readers.devices.of(ALICE, "a device") == a_device()
        assert readers.devices.of(BOB, "a device") == a_device(account=BOB)


def test_a_device_that_comes_back_was_first_seen_before(store: Store) -> None:
    device = a_device()
    again = attrs.evolve(device, name="Firefox 146", first_seen_at=LATER, last_seen_at=LATER)
    _keep(store, device, again)

    with store.look() as readers:
        known = readers.devices.of(ALICE, device.fingerprint)

    assert known == attrs.evolve(again, first_seen_at=NOON)


def test_an_account_has_devices_from_its_first_on(store: Store) -> None:
    _keep(store, a_device())

    with store.look() as readers:
        assert readers.devices.are_known(ALICE)
        assert not readers.devices.are_known(BOB)


def test_one_device_is_forgotten_by_one_account(store: Store) -> None:
    _keep(store, a_device(), a_device("other"), a_device(account=BOB))

    with store.begin() as work:
        work.devices.forget(ALICE, "a device")
        work.devices.forget(ALICE, "never was")

        assert work.devices.of(ALICE, "a device") is None
        assert work.devices.of(ALICE, "other") is not None
        assert work.devices.of(BOB, "a device") is not None


def test_all_devices_but_one_are_forgotten(store: Store) -> None:
    _keep(store, a_device("1"), a_device("2"), a_device("3"), a_device("2", account=BOB))

    with store.begin() as work:
        assert work.devices.forget_all(ALICE, but="1") == 2
        assert work.devices.of(ALICE, "1") is not None
        assert work.devices.forget_all(ALICE) == 1

        assert not work.devices.are_known(ALICE)
        assert work.devices.are_known(BOB)


def test_devices_long_unseen_are_forgotten(store: Store) -> None:
    recent = a_device("recent", seen=LATER)
    _keep(store, a_device(), recent)

    with store.begin() as work:
        assert work.devices.forget_unseen_since(LATER) == 1

        assert work.devices.of(ALICE, "recent") == recent

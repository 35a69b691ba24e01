"""What every implementation of `Registrations` promises."""

from datetime import timedelta

import pytest

from siegvo.application.repositories.accounts import RegistrationNotFound
from siegvo.domain.accounts.registration import Registration
from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.builders.accounts import NOON, a_registration
from tests.support.store import Store

ALICES = EmailAddress("ALICE.marchal@exemple.fr")


@pytest.fixture(autouse=True)
def attempts(store: Store) -> tuple[Registration, Registration, Registration]:
    attempts = (
        a_registration(1, at=NOON),
        a_registration(2, at=NOON + timedelta(hours=1)),
        a_registration(3, email="bob@exemple.fr", at=NOON + timedelta(hours=2)),
    )
    with store.begin() as work:
        for attempt in attempts:
            work.registrations.add(attempt)
    return attempts


def test_each_attempt_keeps_its_own_password(
    store: Store, attempts: tuple[Registration, ...]
) -> None:
    with store.look() as readers:
        found = tuple(readers.registrations.of(attempt.id) for attempt in attempts)

    assert found == attempts


def test_the_latest_of_a_mailbox_is_the_newest(
    store: Store, attempts: tuple[Registration, ...]
) -> None:
    with store.look() as readers:
        assert readers.registrations.latest(ALICES) == attempts[1]


def test_those_of_a_mailbox_wait_the_oldest_first(
    store: Store, attempts: tuple[Registration, ...]
) -> None:
    with store.look() as readers:
        assert readers.registrations.waiting(ALICES) == attempts[:2]
        assert readers.registrations.waiting(EmailAddress("eve@exemple.fr")) == ()


def test_a_mailbox_that_never_tried_has_no_latest(store: Store) -> None:
    with store.look() as readers:
        assert readers.registrations.latest(EmailAddress("eve@exemple.fr")) is None


def test_forgetting_a_mailbox_leaves_the_others(
    store: Store, attempts: tuple[Registration, ...]
) -> None:
    with store.begin() as work:
        work.registrations.forget(ALICES)

    with store.look() as readers:
        with pytest.raises(RegistrationNotFound):
            readers.registrations.of(attempts[0].id)
        assert readers.registrations.of(attempts[2].id) == attempts[2]


def test_forgetting_the_old_keeps_those_of_that_very_moment(
    store: Store, attempts: tuple[Registration, ...]
) -> None:
    with store.begin() as work:
        forgotten = work.registrations.forget_older_than(attempts[1].registered_at)

    assert forgotten == 1
    with store.look() as readers:
        assert readers.registrations.of(attempts[1].id) == attempts[1]

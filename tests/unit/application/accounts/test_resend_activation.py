from datetime import timedelta

import pytest

from siegvo.application.accounts.bundle import Accounts
from siegvo.domain.accounts.events import (
    ActivationOfUnknownAddress,
    RegistrationAsked,
    RegistrationOfKnownAddress,
)
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.throttle import TooManyAttempts
from tests.support.builders.accounts import ALICE, NOON, a_registration, an_account
from tests.support.in_memory.world import World
from tests.support.outside import Surroundings

MAILBOX = EmailAddress("alice.marchal@exemple.fr")


class TestResendActivation:
    def test_writes_to_the_mailbox_of_the_newest_attempt(
        self, world: World, accounts: Accounts
    ) -> None:
        newest = a_registration(2, at=NOON)
        with world.begin() as work:
            work.registrations.add(a_registration(1, at=NOON - timedelta(hours=1)))
            work.registrations.add(newest)

        accounts.resend_activation(MAILBOX)

        assert world.kept.events == [RegistrationAsked(at=NOON, registration=str(newest.id))]

    def test_tells_the_owner_of_an_account_that_they_have_one(
        self, world: World, accounts: Accounts
    ) -> None:
        with world.begin() as work:
            work.accounts.add(an_account(ALICE))
            work.registrations.add(a_registration(1))

        accounts.resend_activation(MAILBOX)

        assert world.kept.events == [RegistrationOfKnownAddress(at=NOON, account=str(ALICE))]

    def test_answers_the_same_when_nothing_waits(self, world: World, accounts: Accounts) -> None:
        accounts.resend_activation(MAILBOX)

        assert world.kept.events == [ActivationOfUnknownAddress(at=NOON)]

    @pytest.mark.parametrize("waits", [True, False])
    def test_may_be_asked_three_times_in_six_hours(
        self, world: World, accounts: Accounts, surroundings: Surroundings, *, waits: bool
    ) -> None:
        if waits:
            with world.begin() as work:
                work.registrations.add(a_registration(1))
        for _ in range(3):
            accounts.resend_activation(MAILBOX)

        with pytest.raises(TooManyAttempts) as refusal:
            accounts.resend_activation(MAILBOX)

        assert refusal.value.until == NOON + timedelta(hours=6)
        surroundings.clock.advance(timedelta(hours=6))
        accounts.resend_activation(MAILBOX)

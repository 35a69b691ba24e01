from datetime import timedelta

import pytest

from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.registration import RegistrationLapsed
from tests.support.builders.accounts import ALICE, NOON, a_registration


class TestARegistration:
    def test_waits_seven_days_for_its_mailbox(self) -> None:
        a_registration().check_alive(NOON + timedelta(days=7))

    def test_lapses_after_that(self) -> None:
        with pytest.raises(RegistrationLapsed):
            a_registration().check_alive(NOON + timedelta(days=7, microseconds=1))

    def test_does_not_show_its_password(self) -> None:
        assert "hash of" not in repr(a_registration())


class TestAnAccount:
    def test_is_what_its_registration_asked_for(self) -> None:
        registration = a_registration(1)

        account = Account.activated(registration, account_id=ALICE, at=NOON)

        assert account.email == registration.email
        assert account.password_hash == registration.password_hash
        assert account.activated_at == NOON

    def test_does_not_show_its_password(self) -> None:
        account = Account.activated(a_registration(), account_id=ALICE, at=NOON)

        assert "hash of" not in repr(account)

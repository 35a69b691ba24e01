"""What happens when the same thing is asked many times at the same moment."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier

import pytest
from sqlalchemy import Table, func, select

from siegvo.adapters.sql.tables.accounts import accounts as accounts_table
from siegvo.adapters.sql.tables.accounts import sessions
from siegvo.adapters.sql.tables.audit import audit
from siegvo.adapters.sql.tables.contracts import links
from siegvo.adapters.sql.tables.outbox import outbox
from siegvo.application.accounts.bundle import Accounts
from siegvo.application.contracts.bundle import Contracts
from siegvo.application.ports.session_keys import SessionKey
from siegvo.application.ports.tokens import Purpose
from siegvo.domain.accounts.password import Password
from siegvo.domain.contracts.security_key import SecurityKey
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.policy import SESSIONS_AT_ONCE
from tests.support.builders.accounts import ALICE, BOB, a_registration, an_account
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.database import Database
from tests.support.insisting import insisting
from tests.support.outside import ReadableTokens, Surroundings
from tests.support.security_keys import know_with_key

TIMES, ROUNDS = 8, 10
KEY = SecurityKey("9NUUNTUW")


def all_at_once(gesture: Callable[[int], object]) -> Counter[str]:
    """Make `gesture` several times at once, and count what came of it."""
    start = Barrier(TIMES)

    def outcome(number: int) -> str:
        start.wait()
        try:
            return repr(insisting(partial(gesture, number)))
        except Exception as error:  # noqa: BLE001 - whatever it is, the test compares it
            return type(error).__name__

    with ThreadPoolExecutor(TIMES) as crowd:
        return Counter(crowd.map(outcome, range(TIMES)))


class TestManyAtOnce:
    @pytest.fixture(autouse=True)
    def _known(self, database: Database) -> None:
        with database.begin() as work:
            work.accounts.add(an_account(ALICE))
            work.accounts.add(an_account(BOB))
        know_with_key(database, a_tenure(), KEY)

    def test_link_an_account_once_and_tell_it_once(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        link_contract = Contracts.on(surroundings.around(database)).link_contract

        outcomes = all_at_once(
            lambda _: link_contract(account=ALICE, number=CONTRACT, key=KEY).was_linked
        )

        assert outcomes == {"False": 1, "True": TIMES - 1}
        assert count(database, links) == 1
        assert count(database, outbox) == 1
        assert gestures(database) == [Gesture.CONTRACT_LINKED]

    def test_open_one_account_for_a_mailbox(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        registration = a_registration(1, email="odile@exemple.fr")
        with database.begin() as work:
            work.registrations.add(registration)
        activate = Accounts.on(surroundings.around(database)).activate
        tokens = ReadableTokens(surroundings.clock)
        token = tokens.issue(Purpose.ACTIVATION, str(registration.id))

        outcomes = all_at_once(lambda _: activate(token=token, password=Password("password 1")))

        assert count(database, accounts_table) == 3
        refusals = outcomes["RegistrationNotFound"] + outcomes["AddressTaken"]
        assert refusals == TIMES - 1
        assert gestures(database) == [Gesture.ACTIVATED]

    def test_use_the_link_to_reset_once(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        accounts = Accounts.on(surroundings.around(database))
        state = an_account(ALICE).reset_state
        tokens = ReadableTokens(surroundings.clock)
        token = tokens.issue(Purpose.PASSWORD_RESET, str(ALICE), state=state)

        outcomes = all_at_once(
            lambda number: accounts.reset_password(
                token=token, password=Password(f"lanterne vingt-deux orge {number}")
            )
        )

        assert outcomes == {"None": 1, "LinkUsed": TIMES - 1}
        assert count(database, outbox) == 1
        assert gestures(database) == [Gesture.PASSWORD_RESET]

    def test_leave_no_session_opened_with_a_password_that_was_reset(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        accounts = Accounts.on(surroundings.around(database))
        account = an_account(ALICE)
        tokens = ReadableTokens(surroundings.clock)
        token = tokens.issue(Purpose.PASSWORD_RESET, str(ALICE), state=account.reset_state)
        fresh = Password("lanterne vingt-deux orge")

        all_at_once(
            lambda number: (
                accounts.sign_in(email=account.email, password=Password("a password"))
                if number
                else accounts.reset_password(token=token, password=fresh)
            )
        )

        assert count(database, sessions) == 0

    def test_delete_an_account_once(self, database: Database, surroundings: Surroundings) -> None:
        accounts = Accounts.on(surroundings.around(database))

        outcomes = all_at_once(
            lambda _: accounts.delete_account(account=ALICE, password=Password("a password"))
        )

        assert outcomes == {"None": 1, "AccountNotFound": TIMES - 1}
        assert gestures(database) == [Gesture.ACCOUNT_DELETED]

    def test_leave_no_session_of_an_account_that_is_deleted(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        accounts = Accounts.on(surroundings.around(database))
        email, password = an_account(ALICE).email, Password("a password")

        outcomes = all_at_once(
            lambda number: (
                accounts.sign_in(email=email, password=password)
                if number
                else accounts.delete_account(account=ALICE, password=password)
            )
        )

        assert count(database, sessions) == 0
        refusals = {"WrongCredentials", "TooManyAttempts"}
        assert {
            each for each in outcomes if not each.startswith(("None", "SessionKey"))
        } <= refusals

    def test_guess_five_times_whatever_their_number(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        sign_in = Accounts.on(surroundings.around(database)).sign_in

        for _ in range(ROUNDS):
            outcomes = all_at_once(
                lambda number: sign_in(
                    email=EmailAddress("alice.marchal@exemple.fr"),
                    password=Password("a guess"),
                    origin=f"192.0.2.{number}",
                )
            )

            assert outcomes == {"WrongCredentials": 5, "TooManyAttempts": TIMES - 5}
            surroundings.clock.advance(timedelta(days=1))

    def test_try_five_keys_whatever_their_number(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        link_contract = Contracts.on(surroundings.around(database)).link_contract
        wrong = SecurityKey("WR0NGKEY")

        for _ in range(ROUNDS):
            outcomes = all_at_once(
                lambda number: link_contract(
                    account=ALICE, number=CONTRACT, key=wrong, origin=f"192.0.2.{number}"
                )
            )

            assert outcomes == {"LinkRefused": 5, "TooManyAttempts": TIMES - 5}
            surroundings.clock.advance(timedelta(days=1))

    def test_sign_in_each_on_a_session_of_their_own(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        accounts = Accounts.on(surroundings.around(database))

        all_at_once(
            lambda _: accounts.sign_in(
                email=EmailAddress("alice.marchal@exemple.fr"), password=Password("a password")
            )
        )

        assert gestures(database) == [Gesture.SIGNED_IN] * TIMES
        assert accounts.who_is(f"session-{TIMES}") is not None

    def test_renew_one_session_once(self, database: Database, surroundings: Surroundings) -> None:
        accounts = Accounts.on(surroundings.around(database))
        key = accounts.open_session(ALICE, remember=True)
        surroundings.clock.advance(timedelta(hours=1))

        outcomes = all_at_once(lambda _: accounts.renew_session(key.value) is not None)

        assert outcomes == {"True": 1, "False": TIMES - 1}
        assert count(database, sessions) == 2

    def test_leave_nothing_behind_of_a_session_that_ends(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        accounts = Accounts.on(surroundings.around(database))
        for _ in range(ROUNDS):
            key = accounts.open_session(ALICE, remember=True)
            surroundings.clock.advance(timedelta(hours=1))

            all_at_once(partial(_leave_renew_or_look, accounts, key))

            assert count(database, sessions) == 0

    def test_keep_no_more_than_ten_sessions(
        self, database: Database, surroundings: Surroundings
    ) -> None:
        accounts = Accounts.on(surroundings.around(database))
        for _ in range(2):
            all_at_once(lambda _: accounts.open_session(ALICE))

        assert count(database, sessions) == SESSIONS_AT_ONCE


def _leave_renew_or_look(accounts: Accounts, key: SessionKey, number: int) -> object:
    gestures_of_one = (accounts.sign_out, accounts.renew_session, accounts.who_is)
    return gestures_of_one[number % 3](key.value)


def count(database: Database, table: Table) -> int:
    with database.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def gestures(database: Database) -> list[str]:
    with database.engine.connect() as connection:
        return list(connection.scalars(select(audit.c.gesture).order_by(audit.c.id)))

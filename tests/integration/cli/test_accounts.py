import json
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from siegvo.adapters.french.values import PARIS, say
from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.tables.audit import audit
from siegvo.adapters.system.clock import WallClock
from siegvo.domain.kernel.email_address import EmailAddress
from tests.support.builders.accounts import ALICE, BOB, a_registration, a_session, an_account
from tests.support.builders.contracts import a_link, a_payer, a_tenure
from tests.support.builders.requests import a_request
from tests.support.clerk import types
from tests.support.database import Database

EVE = "eve@exemple.fr"
EMAIL, OTHER, NEW = "alice.marchal@exemple.fr", "bob@exemple.fr", "alice@exemple.org"


@pytest.fixture
def database(installed: str) -> Iterator[Database]:
    """Open a database where Alice holds a contract, is signed in and has asked something."""
    engine = open_engine(installed)
    database = Database.on(engine)
    database.know(a_payer(), a_tenure())
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))
        work.sessions.open(a_session())
        work.requests.add(a_request())
    yield database
    engine.dispose()


def gestures(database: Database) -> list[tuple[str, str]]:
    with database.engine.connect() as connection:
        rows = connection.execute(select(audit.c.actor_kind, audit.c.gesture).order_by(audit.c.id))
        return [(row.actor_kind, row.gesture) for row in rows]


class TestAccountsList:
    @pytest.mark.usefixtures("installed")
    def test_is_empty_at_first(self) -> None:
        assert types("accounts", "list").stdout == "Il n’y a encore aucun compte.\n"

    @pytest.mark.usefixtures("database")
    def test_is_in_the_order_of_addresses(self) -> None:
        lines = json.loads(types("accounts", "list", "--json").stdout)

        assert [line["email"].lower() for line in lines] == [EMAIL, OTHER]
        assert lines[0]["payers"] == 1
        assert "Alice.Marchal@exemple.fr" in types("accounts", "list").stdout


@pytest.mark.usefixtures("database")
class TestAccountsShow:
    def test_says_what_is_under_way(self) -> None:
        card = json.loads(types("accounts", "show", EMAIL, "--json").stdout)

        assert card["open_requests"] == ["D-2026-000001"]
        assert card["sessions"] == 1
        assert "D-2026-000001" in types("accounts", "show", EMAIL).stdout

    def test_shows_no_secret(self) -> None:
        assert "hash" not in types("accounts", "show", EMAIL, "--json").stdout

    def test_refuses_an_address_without_account(self) -> None:
        refused = types("accounts", "show", NEW)

        assert refused.exit_code == 1
        assert "Ce compte n’existe pas" in refused.stderr


class TestAccountsUnlock:
    def test_lets_the_owner_try_again(self, database: Database) -> None:
        done = types("accounts", "unlock", EMAIL)

        assert (done.exit_code, done.stdout) == (0, f"Le compte {EMAIL} n’attend plus.\n")
        assert gestures(database) == [("staff", "account.unlocked")]


class TestAccountsChangeEmail:
    def test_moves_the_account(self, database: Database) -> None:
        done = types("accounts", "change-email", EMAIL, NEW)

        assert done.exit_code == 0
        assert types("accounts", "show", NEW).exit_code == 0
        assert gestures(database) == [("staff", "account.address_changed")]

    @pytest.mark.usefixtures("database")
    def test_takes_nobody_elses(self) -> None:
        refused = types("accounts", "change-email", EMAIL, OTHER)

        assert refused.exit_code == 1
        assert f"L’adresse {OTHER} a déjà un compte actif." in refused.stderr

    @pytest.mark.usefixtures("database")
    def test_wants_addresses(self) -> None:
        assert types("accounts", "change-email", EMAIL, "pas une adresse").exit_code == 2


class TestAccountsDelete:
    def test_deletes_when_told_to(self, database: Database) -> None:
        done = types("accounts", "delete", EMAIL, "--yes")

        assert (done.exit_code, done.stdout) == (0, f"Le compte {EMAIL} est supprimé.\n")
        assert types("accounts", "show", EMAIL).exit_code == 1
        assert gestures(database) == [("staff", "account.deleted")]

    def test_wants_the_address_again_before(self, database: Database) -> None:
        for typed in ("\n", f"x{EMAIL}\n", "oui\n"):
            refused = types("accounts", "delete", EMAIL, typing=typed)

            assert refused.exit_code == 1
            assert "Retapez l’adresse" in refused.stdout
            assert "rien n’est supprimé" in refused.stderr
        assert gestures(database) == []

        assert types("accounts", "delete", EMAIL, typing=f" {EMAIL} \n").exit_code == 0

    def test_asks_nothing_of_a_program_that_types_nothing(self, database: Database) -> None:
        assert types("accounts", "delete", EMAIL, typing="").exit_code == 0

        assert gestures(database) == [("staff", "account.deleted")]


class TestAccountsUnlockEndingSessions:
    def test_ends_no_session_by_itself(self, database: Database) -> None:
        assert types("accounts", "unlock", EMAIL).exit_code == 0

        with database.look() as readers:
            assert len(readers.sessions.of_account(ALICE)) == 1

    def test_ends_every_session_when_asked(self, database: Database) -> None:
        told = types("accounts", "unlock", EMAIL, "--end-sessions")

        assert told.stdout.splitlines()[-1] == "Sessions terminées\u00a0: 1."
        with database.look() as readers:
            assert readers.sessions.of_account(ALICE) == ()
        assert gestures(database)[-2:] == [
            ("staff", "account.unlocked"),
            ("staff", "session.all_ended"),
        ]

    @pytest.mark.usefixtures("database")
    def test_knows_accounts_only(self) -> None:
        assert types("accounts", "unlock", "eve@exemple.fr", "--end-sessions").exit_code == 1


class TestAccountsActivate:
    @pytest.fixture(autouse=True)
    def moments(self, database: Database) -> tuple[datetime, datetime]:
        """Register an address twice, a minute apart, and return when."""
        now = WallClock().now()
        moments = now - timedelta(minutes=2), now - timedelta(minutes=1)
        with database.begin() as work:
            for number, moment in enumerate(moments, start=1):
                work.registrations.add(a_registration(number, email=EVE, at=moment))
        return moments

    def test_asks_which_of_several_registrations_is_right(
        self, database: Database, moments: tuple[datetime, datetime]
    ) -> None:
        refused = types("accounts", "activate", EVE)

        assert refused.exit_code == 1
        assert f"{say(moments[0])}, {say(moments[1])}" in refused.stderr
        assert "--registered-at" in refused.stderr
        assert gestures(database) == []

    @pytest.mark.parametrize("shape", ["%d/%m/%Y %H:%M", "%d/%m/%Y %Hh%M"])
    def test_opens_the_one_it_is_told(
        self, database: Database, moments: tuple[datetime, datetime], shape: str
    ) -> None:
        moment = moments[0].astimezone(PARIS).strftime(shape)

        assert types("accounts", "activate", EVE, "--registered-at", moment).exit_code == 0

        with database.look() as readers:
            account = readers.accounts.with_email(EmailAddress(EVE))
        assert account
        assert account.password_hash == "hash of password 1"

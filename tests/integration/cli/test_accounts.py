import json
from collections.abc import Iterator

import pytest
from sqlalchemy import select

from siegvo.adapters.sql.engine import open_engine
from siegvo.adapters.sql.tables.audit import audit
from tests.support.builders.accounts import ALICE, BOB, a_session, an_account
from tests.support.builders.contracts import a_link, a_payer, a_tenure
from tests.support.builders.requests import a_request
from tests.support.clerk import types
from tests.support.database import Database

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
        refused = types("accounts", "delete", EMAIL)

        assert refused.exit_code == 1
        assert "Retapez l’adresse" in refused.stdout
        assert gestures(database) == []

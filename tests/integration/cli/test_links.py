import json
from collections.abc import Iterator

import attrs
import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.domain.contracts.doubt import Doubt
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_link, a_payer, a_tenure
from tests.support.builders.requests import a_request
from tests.support.clerk import types
from tests.support.database import Database


@pytest.fixture
def database(installed: str) -> Iterator[Database]:
    """Open a database where Bob sees a payer, and Alice waits to see it too."""
    engine = open_engine(installed)
    database = Database.on(engine)
    database.know(a_payer(), a_tenure(), key_hash="a hash", key_bits=30)
    request = attrs.evolve(a_request(), kind=RequestKind.LINK)
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(BOB))
        work.requests.add(request)
        work.link_requests.add(
            LinkRequest(reference=request.reference, payer=MARCHAL, doubt=Doubt.WEAK_KEY)
        )
    yield database
    engine.dispose()


def linked(database: Database) -> tuple[object, ...]:
    with database.begin() as work:
        return work.links.accounts_of(MARCHAL)


def reason(database: Database) -> str | None:
    with database.begin() as work:
        return work.requests.of(RequestReference.parse("D-2026-000001")).steps[-1].reason


class TestLinks:
    @pytest.mark.usefixtures("database")
    def test_wait_for_staff(self) -> None:
        (link,) = json.loads(types("links", "list", "--json").stdout)
        headings, line = types("links", "list").stdout.splitlines()

        assert (link["reference"], link["doubt"]) == ("D-2026-000001", "weak_key")
        assert (link["email"], link["accounts"]) == (str(an_account(ALICE).email), 1)
        assert headings.split()[0] == "Référence"
        assert "clé courte" in line

    def test_are_approved_once(self, database: Database) -> None:
        approved = types("links", "approve", "d 2026 1")

        assert approved.stdout == "La demande D-2026-000001 est acceptée.\n"
        assert set(linked(database)) == {ALICE, BOB}
        assert types("links", "list").stdout == "Aucun rattachement n’attend de décision.\n"
        assert types("links", "approve", "D-2026-000001").exit_code == 1

    def test_are_refused_for_a_reason(self, database: Database) -> None:
        refused = types("links", "refuse", "D-2026-000001", "--reason", "Inconnue du syndic.")

        assert refused.stdout == "La demande D-2026-000001 est refusée.\n"
        assert linked(database) == (BOB,)
        assert reason(database) == "Inconnue du syndic."

    @pytest.mark.parametrize("words", ["", " \n", "x" * 501, "a\x00b"])
    def test_are_not_refused_for_no_reason_that_can_be_written(
        self, database: Database, words: str
    ) -> None:
        refused = types("links", "refuse", "D-2026-000001", "--reason", words)

        assert (refused.exit_code, bool(refused.stderr)) == (2, True)
        assert types("links", "list", "--json").stdout != "[]\n"
        assert linked(database) == (BOB,)

    def test_are_refused_in_words_that_a_terminal_garbled(self, database: Database) -> None:
        words = "Inconnue\udce9 du syndic."

        assert types("links", "refuse", "D-2026-000001", "--reason", words).exit_code == 0
        assert reason(database) == "Inconnue du syndic."

    def test_are_refused_without_saying_why(self, database: Database) -> None:
        assert types("links", "refuse", "D-2026-000001").exit_code == 0

        assert reason(database) == "nous n’avons pas pu vérifier ce que vous demandez."

    @pytest.mark.usefixtures("database")
    def test_must_exist(self) -> None:
        refused = types("links", "approve", "D-2026-000099")

        assert (refused.exit_code, "D-2026-000099" in refused.stderr) == (1, True)

    def test_are_undone(self, database: Database) -> None:
        email = str(an_account(BOB).email)

        unlinked = types("accounts", "unlink", email, "R0042")

        assert unlinked.stdout == f"Le compte {email} n’est plus lié au redevable R0042.\n"
        assert linked(database) == ()
        assert "n’est pas lié" in types("accounts", "unlink", email, "R0042").stderr
        assert "Aucun compte" in types("accounts", "unlink", "x@exemple.fr", "R0042").stderr


class TestContracts:
    @pytest.mark.usefixtures("database")
    def test_are_shown_with_who_is_linked(self) -> None:
        record = json.loads(types("contracts", "show", CONTRACT.digits, "--json").stdout)
        shown = types("contracts", "show", "100 214 873").stdout

        (tenure,) = record["tenures"]
        assert (tenure["payer"], tenure["key_bits"]) == ("R0042", 30)
        assert tenure["accounts"] == [str(an_account(BOB).email)]
        assert "30\u00a0bits" in shown
        assert str(an_account(BOB).email) in shown

    def test_get_another_key(self, database: Database) -> None:
        told = types("contracts", "new-key", CONTRACT.digits).stdout

        key = told.strip().rpartition(" ")[2]
        assert len(key) == 8
        assert "remplacée" in types("contracts", "show", CONTRACT.digits).stdout
        with database.look() as readers:
            (lock,) = readers.tenures.locks_of(CONTRACT)
        assert lock.key_bits == 40

    @pytest.mark.parametrize("command", ["show", "new-key"])
    @pytest.mark.usefixtures("database")
    def test_must_be_known(self, command: str) -> None:
        refused = types("contracts", command, "999999999")

        assert refused.exit_code == 1
        assert "est inconnu" in refused.stderr

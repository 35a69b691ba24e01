import json
from collections.abc import Iterator
from uuid import UUID

import attrs
import pytest

from siegvo.adapters.sql.engine import open_engine
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.billing import an_invoice
from tests.support.builders.contracts import a_tenure
from tests.support.builders.payments import PAYMENT, a_payment
from tests.support.clerk import types
from tests.support.database import Database

ODD = attrs.evolve(a_payment(), mismatches=frozenset({"amount", "fiscal_year"}))

SECOND = PaymentReference(UUID(int=4002))
OTHER_IDOP = "00000000-0000-1000-8000-000000000002"


@pytest.fixture
def database(installed: str) -> Iterator[Database]:
    """Open a database where an invoice may be paid on line."""
    engine = open_engine(installed)
    database = Database.on(engine)
    database.know(a_tenure(), an_invoice())
    with database.begin() as work:
        work.accounts.add(an_account(ALICE))
    yield database
    engine.dispose()


class TestPayments:
    def test_are_listed_for_people(self, database: Database) -> None:
        with database.begin() as work:
            work.online_payments.add(a_payment(state=PaymentState.PAID))

        headings, line = types("payments", "list").stdout.splitlines()

        assert headings.split()[0] == "Facture"
        assert line.split()[0] == "2026-EA-0018342"
        assert "180,00\u00a0€" in line
        assert "payé" in line
        assert line.endswith("–")

    def test_are_listed_for_programs(self, database: Database) -> None:
        with database.begin() as work:
            work.online_payments.add(ODD)

        (payment,) = json.loads(types("payments", "list", "--json").stdout)

        assert payment["reference"] == str(PAYMENT)
        assert (payment["invoice"], payment["amount_cents"]) == ("2026-EA-0018342", 18_000)
        assert (payment["state"], payment["paid_at"]) == ("open", None)
        assert payment["opened_at"] == NOON.isoformat()
        assert payment["mismatches"] == ["amount", "fiscal_year"]

    def test_show_what_was_not_ours_in_an_answer(self, database: Database) -> None:
        with database.begin() as work:
            work.online_payments.add(ODD)

        assert "exercice, montant" in types("payments", "list").stdout

    def test_show_an_invoice_that_was_paid_twice(self, database: Database) -> None:
        again = a_payment(SECOND, idop=OTHER_IDOP, state=PaymentState.PAID)
        with database.begin() as work:
            work.online_payments.add(a_payment(state=PaymentState.PAID))
            work.online_payments.add(again)

        shown = " ".join(types("payments", "list").stdout.split())
        both = json.loads(types("payments", "list", "--json").stdout)

        assert shown.count("payée deux fois") == 2
        assert [each["is_invoice_paid_twice"] for each in both] == [True, True]

    def test_are_chosen_by_how_far_they_came(self, database: Database) -> None:
        with database.begin() as work:
            work.online_payments.add(a_payment(state=PaymentState.REFUSED))

        assert "refusé" in types("payments", "list", "--state", "refuse").stdout
        both = types("payments", "list", "--state", "paye", "--state", "refusé", "--json").stdout
        assert len(json.loads(both)) == 1
        assert types("payments", "list", "--state", "paye").stdout == "Aucun paiement en ligne.\n"
        assert types("payments", "list", "--state", "lost").exit_code == 2

    @pytest.mark.usefixtures("database")
    def test_may_be_none(self) -> None:
        assert types("payments", "list").stdout == "Aucun paiement en ligne.\n"
        assert json.loads(types("payments", "list", "--json").stdout) == []

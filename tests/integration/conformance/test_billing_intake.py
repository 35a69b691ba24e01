"""What every implementation of `BillingIntake` promises."""

import attrs
import pytest

from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import INVOICE, a_collection, an_invoice
from tests.support.builders.contracts import CONTRACT, a_tenure
from tests.support.store import Store

NEVER_SEEN = InvoiceNumber("NEVER-SEEN")


@pytest.fixture(autouse=True)
def _contract(store: Store) -> None:
    store.know(a_tenure())


def test_contracts_are_known_or_not(store: Store) -> None:
    with store.look() as readers:
        known = readers.intake.billing.contracts({CONTRACT, ContractNumber("9999")})

    assert known == {CONTRACT}


def test_invoices_are_kept_and_kept_again(store: Store) -> None:
    first = an_invoice()
    later = attrs.evolve(first, net=Money(1), is_cancelled=True, document="b" * 64)
    for told in (first, later, later):
        with store.begin() as work:
            work.intake.billing.keep_invoices([told, an_invoice("2026-1")])

        with store.look() as readers:
            assert readers.intake.billing.invoices({INVOICE, NEVER_SEEN}) == {INVOICE: told}
            assert readers.intake.billing.numbers({INVOICE, NEVER_SEEN}) == {INVOICE}


def test_collections_are_those_of_the_invoices_asked_for(store: Store) -> None:
    store.know(an_invoice(), an_invoice("2026-1"))
    received = [a_collection(500), a_collection(500, means=Means.CASH), a_collection(-500)]
    elsewhere = a_collection(invoice="2026-1")
    with store.begin() as work:
        work.intake.billing.keep_collections([*received, elsewhere])

    with store.look() as readers:
        assert set(readers.intake.billing.collections({INVOICE, NEVER_SEEN})) == set(received)

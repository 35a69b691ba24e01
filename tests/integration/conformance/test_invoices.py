"""What every implementation of `Invoices` promises."""

import attrs
import pytest

from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.invoice import Invoice, InvoiceKind
from siegvo.domain.billing.invoice_line import Heading
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.kernel.money import Money
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.billing import INVOICE, a_collection, an_invoice, an_invoice_line
from tests.support.builders.contracts import a_link, a_tenure
from tests.support.store import Store

UNTIL_2019 = a_tenure(payer="BEFORE", since="2015-01-01", until="2019-12-31")


@pytest.fixture(autouse=True)
def _network(store: Store) -> None:
    store.know(UNTIL_2019, a_tenure())
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))
        work.links.add(a_link(BOB, payer="BEFORE"))


class TestAnInvoice:
    @pytest.mark.parametrize(
        "invoice",
        [
            an_invoice(),
            attrs.evolve(
                an_invoice(kind=InvoiceKind.CREDIT_NOTE, total=-3120, left=0, debit="2026-11-21"),
                net=Money(-2900),
                vat=Money(-220),
                volume_m3=0,
                is_cancelled=True,
                document="a" * 64,
            ),
            attrs.evolve(
                an_invoice(kind=InvoiceKind.INTERIM), fiscal_year=None, treasury_reference=None
            ),
        ],
    )
    def test_comes_back_as_it_was(self, store: Store, invoice: Invoice) -> None:
        store.know(invoice)

        with store.look() as readers:
            assert readers.invoices.held_by(ALICE, INVOICE) == invoice

    def test_that_does_not_exist_is_not_found(self, store: Store) -> None:
        with store.look() as readers, pytest.raises(InvoiceNotFound):
            readers.invoices.held_by(ALICE, INVOICE)

    def test_of_a_successor_is_not_found(self, store: Store) -> None:
        store.know(an_invoice())

        with store.look() as readers, pytest.raises(InvoiceNotFound):
            readers.invoices.held_by(BOB, INVOICE)

    def test_of_a_predecessor_is_not_found(self, store: Store) -> None:
        store.know(an_invoice(period=("2019-06-10", "2019-10-10")))

        with store.look() as readers:
            with pytest.raises(InvoiceNotFound):
                readers.invoices.held_by(ALICE, INVOICE)
            assert readers.invoices.held_by(BOB, INVOICE).number == INVOICE

    @pytest.mark.parametrize(
        ("last", "holder", "stranger"),
        [("2019-12-31", BOB, ALICE), ("2020-01-01", BOB, ALICE), ("2020-01-02", ALICE, BOB)],
    )
    def test_is_of_who_drew_its_last_water(
        self, store: Store, last: str, holder: AccountId, stranger: AccountId
    ) -> None:
        store.know(an_invoice(period=("2019-10-10", last)))

        with store.look() as readers:
            assert readers.invoices.held_by(holder, INVOICE).number == INVOICE
            with pytest.raises(InvoiceNotFound):
                readers.invoices.held_by(stranger, INVOICE)

    def test_of_who_is_linked_to_both_payers_is_found_once(self, store: Store) -> None:
        store.know(an_invoice(), an_invoice("2019-1", period=("2019-06-10", "2019-10-10")))
        with store.begin() as work:
            work.links.add(a_link(ALICE, payer="BEFORE"))

        with store.look() as readers:
            for number in (INVOICE, InvoiceNumber("2019-1")):
                assert readers.invoices.held_by(ALICE, number).number == number


class TestItsLines:
    def test_come_back_as_they_were_in_the_order_of_their_ranks(self, store: Store) -> None:
        lines = (
            an_invoice_line(1),
            an_invoice_line(2, heading=Heading.SANITATION),
            attrs.evolve(an_invoice_line(10, heading=Heading.PUBLIC_BODIES), unit=None),
        )
        store.know(an_invoice(), an_invoice("2026-1"), *reversed(lines))
        store.know(an_invoice_line(invoice="2026-1"))

        with store.look() as readers:
            assert readers.invoices.lines_of(INVOICE) == lines

    def test_may_be_none(self, store: Store) -> None:
        with store.look() as readers:
            assert readers.invoices.lines_of(INVOICE) == ()


class TestWhatWasReceived:
    def test_comes_back_as_it_was_the_oldest_first(self, store: Store) -> None:
        received = (
            a_collection(-500, on="2026-11-09", means=Means.CHEQUE),
            a_collection(500, on="2026-11-09", means=Means.CHEQUE),
            a_collection(1000, on="2026-11-10", means=Means.CARD),
            a_collection(1000, on="2026-11-10"),
        )
        store.know(an_invoice(), an_invoice("2026-1"), *reversed(received))
        store.know(a_collection(invoice="2026-1"))

        with store.look() as readers:
            assert readers.invoices.collections_of(INVOICE) == received


class TestTheLastPayable:
    def test_is_the_last_issued(self, store: Store) -> None:
        earlier = an_invoice("Z-1", issued="2026-06-22", period=("2026-02-10", "2026-06-10"))
        store.know(earlier, an_invoice())

        assert _last_payable(store, earlier) == INVOICE

    def test_of_two_issued_on_a_day_is_the_one_with_the_last_number(self, store: Store) -> None:
        store.know(an_invoice("A-2"), an_invoice("A-1"))

        assert _last_payable(store, an_invoice("A-1")) == InvoiceNumber("A-2")

    def test_is_neither_cancelled_nor_a_credit(self, store: Store) -> None:
        store.know(
            an_invoice(),
            an_invoice("Z-1", issued="2026-11-01", is_cancelled=True),
            an_invoice("Z-2", issued="2026-11-02", kind=InvoiceKind.CREDIT_NOTE, total=0),
            an_invoice("Z-3", issued="2026-11-03", total=-100),
        )

        assert _last_payable(store, an_invoice()) == INVOICE

    def test_is_of_the_same_tenure_and_contract(self, store: Store) -> None:
        theirs = an_invoice("2019-1", period=("2019-06-10", "2019-10-10"), issued="2019-10-22")
        store.know(a_tenure("4001"), theirs, an_invoice())
        store.know(an_invoice("Z-1", contract="4001", issued="2026-11-02"))

        assert _last_payable(store, theirs) == InvoiceNumber("2019-1")
        assert _last_payable(store, an_invoice()) == INVOICE

    def test_may_be_none(self, store: Store) -> None:
        cancelled = an_invoice(is_cancelled=True)
        store.know(cancelled)

        assert _last_payable(store, cancelled) is None


def _last_payable(store: Store, invoice: Invoice) -> InvoiceNumber | None:
    with store.look() as readers:
        return readers.invoices.last_payable_of(invoice)

"""What every implementation of `DebitLists` promises."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from siegvo.application.readers.debits import Agreement, PayersInvoice
from siegvo.domain.billing.collection import Means
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.contracts.payer import PayerCode
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import Tenure
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.change import ChangeStep
from siegvo.domain.requests.kind import RequestKind
from tests.support.builders.accounts import ALICE, NOON, an_account
from tests.support.builders.banking import a_monthly_change
from tests.support.builders.billing import a_collection, an_invoice
from tests.support.builders.contracts import CONTRACT, MARCHAL, a_tenure
from tests.support.builders.payments import a_begun_payment
from tests.support.builders.requests import a_request
from tests.support.store import Store

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 15)


def a_monthly_tenure(number: str = CONTRACT.digits, **days: str) -> Tenure:
    return attrs.evolve(a_tenure(number, **days), payment_mode=PaymentMode.MONTHLY)


@pytest.fixture(autouse=True)
def _alice(store: Store) -> None:
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))


def _due(store: Store) -> tuple[PayersInvoice, ...]:
    with store.look() as readers:
        return readers.debit_lists.invoices(FIRST, LAST)


def _agreements(store: Store) -> tuple[Agreement, ...]:
    with store.look() as readers:
        return readers.debit_lists.agreements()


class TestInvoicesToDebit:
    def test_are_those_whose_day_lies_between(self, store: Store) -> None:
        store.know(
            a_tenure(),
            an_invoice("F-1", debit="2026-11-30"),
            an_invoice("F-2", debit="2026-12-01"),
            an_invoice("F-3", debit="2026-12-15"),
            an_invoice("F-4", debit="2026-12-16"),
            an_invoice("F-5"),
            an_invoice("F-6", debit="2026-12-05", is_cancelled=True),
        )

        assert [each.known.invoice.number.text for each in _due(store)] == ["F-2", "F-3"]

    def test_belong_to_whoever_had_the_contract(self, store: Store) -> None:
        store.know(
            a_tenure(payer="BEFORE", since="2015-01-01", until="2026-06-30"),
            a_tenure(since="2026-07-01"),
            an_invoice("F-1", debit="2026-12-05", period=("2026-01-10", "2026-06-30")),
            an_invoice("F-2", debit="2026-12-05", period=("2026-06-30", "2026-10-10")),
        )

        assert [each.payer for each in _due(store)] == [PayerCode("BEFORE"), MARCHAL]

    def test_of_nobody_are_left_out(self, store: Store) -> None:
        store.know(a_tenure(since="2026-11-01"), an_invoice("F-1", debit="2026-12-05"))

        assert _due(store) == ()

    def test_bring_all_that_says_how_they_stand(self, store: Store) -> None:
        store.know(
            a_tenure(),
            an_invoice("F-1", debit="2026-12-05"),
            a_collection(1_000, invoice="F-1", on="2026-11-20"),
            a_collection(2_000, invoice="F-1", on="2026-11-21"),
        )
        with store.begin() as work:
            work.online_payments.add(a_begun_payment(invoice=InvoiceNumber("F-1")))

        [found] = _due(store)

        assert [each.amount.cents for each in found.known.collections] == [1_000, 2_000]
        assert found.known.is_paying_online


class TestAgreements:
    def _ask(
        self, store: Store, number: int, *, contract: str = CONTRACT.digits, **facts: Any
    ) -> None:
        request = a_request(number, kind=RequestKind.PAYMENT_MODE)
        change = a_monthly_change(request.reference, contract=ContractNumber(contract), **facts)
        with store.begin() as work:
            work.requests.add(request)
            assert work.payment_changes.add(change)

    def test_are_of_those_who_pay_by_the_month(self, store: Store) -> None:
        store.know(
            a_monthly_tenure(),
            a_monthly_tenure("4001"),
            an_invoice("F-1", issued="2026-10-22", total=10_000),
            an_invoice("F-2", issued="2026-05-22", total=12_000),
            an_invoice("F-3", is_cancelled=True),
            an_invoice("F-4", contract="4001"),
        )
        self._ask(store, 1)

        assert _agreements(store) == (
            Agreement(
                contract=CONTRACT,
                payer=MARCHAL,
                debit_day=10,
                agreed_on=date(2026, 11, 23),
                invoiced=(
                    (date(2026, 5, 22), Money(12_000)),
                    (date(2026, 10, 22), Money(10_000)),
                ),
            ),
        )

    def test_count_from_the_day_in_paris(self, store: Store) -> None:
        store.know(a_monthly_tenure())
        self._ask(store, 1, asked_at=NOON + timedelta(hours=12))

        assert [each.agreed_on for each in _agreements(store)] == [date(2026, 11, 24)]

    def test_are_the_last_of_each_contract(self, store: Store) -> None:
        store.know(a_monthly_tenure(), a_monthly_tenure("4001"))
        self._ask(store, 1, debit_day=5, asked_at=NOON - timedelta(days=90))
        self._ask(store, 2, debit_day=15)
        self._ask(store, 3, debit_day=5, contract="4001")

        assert [(str(each.contract), each.debit_day) for each in _agreements(store)] == [
            (CONTRACT.digits, 15),
            ("4001", 5),
        ]

    @pytest.mark.parametrize(
        "facts",
        [
            {"step": ChangeStep.EXPORTED},
            {"step": ChangeStep.CANCELLED},
            {"debit_day": None},
            {"after": PaymentMode.DIRECT_DEBIT},
        ],
    )
    def test_hold_once_the_books_show_them(self, store: Store, facts: dict[str, Any]) -> None:
        store.know(a_monthly_tenure())
        self._ask(store, 1, **facts)

        assert _agreements(store) == ()

    @pytest.mark.parametrize(
        "tenure", [a_tenure(), a_monthly_tenure(until="2026-11-01")], ids=["mode", "left"]
    )
    def test_end_with_the_mode_and_with_the_contract(self, store: Store, tenure: Tenure) -> None:
        store.know(tenure, an_invoice())
        self._ask(store, 1)

        assert _agreements(store) == ()


class TestTheLastCollection:
    def test_is_the_latest_debit_that_paid_an_invoice_of_the_payer(self, store: Store) -> None:
        debit = Means.DIRECT_DEBIT
        store.know(
            a_tenure(payer="BEFORE", since="2015-01-01", until="2026-06-30"),
            a_tenure(since="2026-07-01"),
            an_invoice("F-1", period=("2026-01-10", "2026-06-30")),
            an_invoice("F-2", period=("2026-06-30", "2026-10-10")),
            a_collection(1_000, invoice="F-1", on="2026-12-21", means=debit),
            a_collection(1_000, invoice="F-2", on="2026-11-20", means=debit),
            a_collection(1_000, invoice="F-2", on="2026-11-22", means=debit),
            a_collection(2_000, invoice="F-2", on="2026-11-25", means=Means.CHEQUE),
        )

        with store.look() as readers:
            assert readers.debit_lists.last_collected(CONTRACT, MARCHAL) == date(2026, 11, 22)

    def test_is_none_where_nothing_was_debited(self, store: Store) -> None:
        store.know(a_tenure(), an_invoice("F-1"), a_collection(1_000, invoice="F-1"))

        with store.look() as readers:
            assert readers.debit_lists.last_collected(CONTRACT, MARCHAL) is None

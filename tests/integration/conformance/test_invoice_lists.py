"""What every implementation of `InvoiceLists` promises."""

from datetime import date, timedelta
from uuid import UUID

import attrs
import pytest

from siegvo.application.readers.invoices import (
    InvoiceGroup,
    InvoiceKey,
    InvoicePage,
    InvoiceSheet,
    KnownInvoice,
    MeasuredPeriod,
    group_of,
)
from siegvo.application.repositories.billing import InvoiceNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.billing.invoice import InvoiceKind
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.billing.payment_reference import PaymentReference
from siegvo.domain.billing.payment_state import PaymentState
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.money import Money
from siegvo.domain.metering.meter_index import MeterIndex
from siegvo.domain.metering.reading import ReadingSource
from tests.support.builders.accounts import ALICE, BOB, an_account
from tests.support.builders.billing import INVOICE, a_collection, an_invoice, an_invoice_line
from tests.support.builders.contracts import CONTRACT, SOMEWHERE, a_link, a_payer, a_tenure
from tests.support.builders.metering import a_meter_on
from tests.support.builders.payments import a_begun_payment, a_payment
from tests.support.meters import SERIAL, a_reading
from tests.support.store import Store

BEFORE = a_tenure(payer="BEFORE", since="2015-01-01", until="2024-05-31")
AFTER = a_tenure(since="2024-06-01")
OTHER = a_tenure("4001", since="2020-01-01")
TODAY = date(2026, 11, 23)
OLD, HERS, NEWER = "2024-EA-0000001", "2024-EA-0000002", "2026-EA-0000003"


@pytest.fixture(autouse=True)
def _people(store: Store) -> None:
    store.know(a_payer(name="Mme Odile Marchal"), BEFORE, AFTER, OTHER)
    with store.begin() as work:
        work.accounts.add(an_account(ALICE))
        work.accounts.add(an_account(BOB))
        work.links.add(a_link(ALICE))
        work.links.add(a_link(BOB, payer="BEFORE"))


def _page(
    store: Store,
    holder: AccountId = ALICE,
    *,
    contract: ContractNumber | None = CONTRACT,
    year: int | None = None,
    group: InvoiceGroup | None = None,
    after: InvoiceKey | None = None,
    most: int = 20,
) -> InvoicePage:
    with store.look() as readers:
        return readers.invoice_lists.of(
            holder, contract=contract, year=year, group=group, after=after, most=most
        )


def _numbers(page: InvoicePage) -> list[str]:
    return [known.invoice.number.text for known in page.invoices]


def _sheet(store: Store, holder: AccountId = ALICE, number: str = INVOICE.text) -> InvoiceSheet:
    with store.look() as readers:
        return readers.invoice_lists.sheet(holder, InvoiceNumber(number))


class TestAList:
    def test_may_be_empty(self, store: Store) -> None:
        assert _page(store) == InvoicePage(invoices=())
        assert _page(store, contract=None) == InvoicePage(invoices=())

    def test_shows_what_is_known_of_each(self, store: Store) -> None:
        first, second = a_collection(5000, on="2026-11-02"), a_collection(6000, on="2026-11-10")
        store.know(an_invoice(), second, first)

        assert _page(store).invoices == (
            KnownInvoice(invoice=an_invoice(), collections=(first, second)),
        )

    def test_begins_with_the_newest(self, store: Store) -> None:
        for rank, day in enumerate(("2025-06-20", "2026-06-20", "2026-06-20"), start=1):
            store.know(an_invoice(f"F-{rank}", issued=day))

        assert _numbers(_page(store)) == ["F-3", "F-2", "F-1"]

    def test_leaves_out_what_belongs_to_others(self, store: Store) -> None:
        store.know(
            an_invoice(OLD, issued="2024-06-20", period=("2024-02-10", "2024-06-01")),
            an_invoice(HERS, issued="2024-06-21", period=("2024-06-01", "2024-06-10")),
        )

        assert _numbers(_page(store)) == [HERS]
        assert _numbers(_page(store, BOB)) == [OLD]
        assert _numbers(_page(store, BOB, contract=None)) == [OLD]

    def test_of_a_contract_of_others_is_empty(self, store: Store) -> None:
        store.know(an_invoice(contract="4001"))

        page = _page(store, BOB, contract=ContractNumber("4001"))

        assert page == InvoicePage(invoices=())

    def test_holds_one_contract_or_all(self, store: Store) -> None:
        store.know(an_invoice("F-1"), an_invoice("F-2", contract="4001"))

        assert _numbers(_page(store)) == ["F-1"]
        assert _numbers(_page(store, contract=None)) == ["F-2", "F-1"]

    def test_shows_an_invoice_once_to_who_is_linked_twice(self, store: Store) -> None:
        store.know(a_tenure(payer="SPOUSE", since="2024-06-01"), an_invoice())
        with store.begin() as work:
            work.links.add(a_link(ALICE, payer="SPOUSE"))

        assert _numbers(_page(store, contract=None)) == [INVOICE.text]
        assert _sheet(store).known.invoice == an_invoice()

    def test_may_hold_one_year(self, store: Store) -> None:
        for rank, day in enumerate(("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01")):
            store.know(an_invoice(f"F-{rank}", issued=day))

        page = _page(store, year=2025)

        assert _numbers(page) == ["F-2", "F-1"]
        assert (page.first_year, page.last_year) == (2024, 2026)

    def test_goes_on_where_it_stopped(self, store: Store) -> None:
        days = ("2026-02-20", "2026-06-20", "2026-06-20", "2026-10-20")
        for rank, day in enumerate(days, start=1):
            store.know(an_invoice(f"F-{rank}", issued=day), a_collection(invoice=f"F-{rank}"))

        first = _page(store, most=2)
        last = first.invoices[-1].invoice
        rest = _page(store, most=2, after=InvoiceKey(issued_on=last.issued_on, number=last.number))

        assert (_numbers(first), first.goes_on) == (["F-4", "F-3"], True)
        assert (_numbers(rest), rest.goes_on) == (["F-2", "F-1"], False)
        assert (rest.first_year, rest.last_year) == (2026, 2026)


class TestAGroup:
    def test_holds_what_stands_so(self, store: Store) -> None:
        store.know(
            an_invoice("DUE"),
            an_invoice("PARTLY", left=9000),
            an_invoice("DEBITED", debit="2026-12-05"),
            an_invoice("PAID", left=0),
            an_invoice("PAID-SINCE"),
            a_collection(invoice="PAID-SINCE", on="2026-11-18"),
            an_invoice("JUST-MISSED"),
            a_collection(invoice="JUST-MISSED", on="2026-11-17"),
            an_invoice("JUST-MISSED-A-PART", left=9000),
            a_collection(9000, invoice="JUST-MISSED-A-PART", on="2026-09-30"),
            a_collection(8000, invoice="JUST-MISSED-A-PART", on="2026-11-16"),
            an_invoice("KNOWN-BEFORE"),
            a_collection(invoice="KNOWN-BEFORE", on="2026-10-25"),
            an_invoice("ON-THE-LIMIT"),
            a_collection(invoice="ON-THE-LIMIT", on="2026-11-07"),
            an_invoice("BESIDE-THE-LIMIT"),
            a_collection(invoice="BESIDE-THE-LIMIT", on="2026-11-08"),
            an_invoice("TAKEN-BACK"),
            a_collection(invoice="TAKEN-BACK", on="2026-11-15"),
            a_collection(-18_000, invoice="TAKEN-BACK", on="2026-11-16"),
            an_invoice("NOTHING", total=0),
            an_invoice("CREDIT", kind=InvoiceKind.CREDIT_NOTE, total=-3120, left=0),
            an_invoice("BELOW-ZERO", total=-3120, left=0),
            an_invoice("CANCELLED", is_cancelled=True),
            an_invoice("CANCELLED-CREDIT", total=-1, left=0, is_cancelled=True),
        )

        listed = {
            each.invoice.number: group
            for group in InvoiceGroup
            for each in _page(store, group=group).invoices
        }

        assert listed == {
            each.invoice.number: group_of(each.situation_on(TODAY).standing)
            for each in _page(store).invoices
        }
        assert len(set(listed.values())) == len(InvoiceGroup)

    def test_goes_with_a_year_and_all_contracts(self, store: Store) -> None:
        store.know(
            an_invoice("F-1", issued="2025-10-20"),
            an_invoice("F-2", contract="4001"),
            an_invoice("F-3", left=0),
        )

        page = _page(store, contract=None, year=2026, group=InvoiceGroup.TO_PAY)

        assert _numbers(page) == ["F-2"]
        assert (page.first_year, page.last_year) == (2025, 2026)


class TestASheet:
    def test_tells_all_there_is_to_know(self, store: Store) -> None:
        lines = (an_invoice_line(1), an_invoice_line(2))
        received = (a_collection(5000, on="2026-11-02"), a_collection(6000, on="2026-11-10"))
        meter = a_meter_on(
            CONTRACT.digits, a_reading(1204, "2026-06-10"), a_reading(1242, "2026-10-10")
        )
        store.know(an_invoice(), *reversed(lines), *received, meter)

        assert _sheet(store) == InvoiceSheet(
            known=KnownInvoice(invoice=an_invoice(), collections=received),
            lines=lines,
            payer_name="Mme Odile Marchal",
            payer_address=SOMEWHERE,
            supply=AFTER.supply,
            last_payable=INVOICE,
            measured=(
                MeasuredPeriod(
                    serial=SERIAL,
                    opening=MeterIndex(1204),
                    closing=MeterIndex(1242),
                    source=ReadingSource.AGENT,
                ),
            ),
        )

    @pytest.mark.parametrize("number", [OLD, "2030-EA-0000001"])
    def test_is_not_found_when_it_is_not_yours(self, store: Store, number: str) -> None:
        store.know(an_invoice(OLD, issued="2024-06-20", period=("2024-02-10", "2024-06-01")))

        with pytest.raises(InvoiceNotFound):
            _sheet(store, ALICE, number)

    def test_names_the_last_one_of_the_same_payer(self, store: Store) -> None:
        store.know(
            an_invoice(OLD, issued="2024-06-20", period=("2024-02-10", "2024-06-01")),
            an_invoice("F-1", issued="2026-06-20"),
            an_invoice("F-2", issued="2026-10-20"),
            an_invoice("F-3", issued="2026-10-21", is_cancelled=True),
            an_invoice("F-4", issued="2026-10-22", kind=InvoiceKind.CREDIT_NOTE, total=-1),
            an_invoice("F-5", issued="2026-10-23", total=-1),
        )

        assert _sheet(store, number="F-1").last_payable == InvoiceNumber("F-2")
        assert _sheet(store, BOB, OLD).last_payable == InvoiceNumber(OLD)

    def test_may_have_no_invoice_to_pay_beside_it(self, store: Store) -> None:
        store.know(an_invoice(is_cancelled=True))

        assert _sheet(store).last_payable is None

    def test_hides_the_readings_of_a_predecessor(self, store: Store) -> None:
        period = ("2024-05-20", "2024-10-10")
        readings = a_reading(700, period[0]), a_reading(740, period[1])
        store.know(an_invoice(period=period), a_meter_on(CONTRACT.digits, *readings))

        assert _sheet(store).measured == ()

    def test_tells_of_each_meter_read_on_both_days(self, store: Store) -> None:
        days = an_invoice().period
        between = (days.first + timedelta(days=30)).isoformat()
        both = (a_reading(10, days.first.isoformat()), a_reading(30, days.last.isoformat()))
        store.know(
            an_invoice(),
            a_collection(100),
            a_collection(200),
            a_meter_on(CONTRACT.digits, *both, serial="HOUSE"),
            a_meter_on(CONTRACT.digits, *both, serial="GARDEN"),
            a_meter_on(CONTRACT.digits, both[0], a_reading(20, between), serial="OLD"),
        )

        sheet = _sheet(store)

        assert [each.serial for each in sheet.measured] == ["GARDEN", "HOUSE"]
        assert [each.amount for each in sheet.known.collections] == [Money(100), Money(200)]


class TestAContractsLastInvoice:
    def test_is_shown_with_the_contract(self, store: Store) -> None:
        received = a_collection(100)
        store.know(
            an_invoice("F-1", issued="2026-06-20"),
            an_invoice(),
            received,
            an_invoice("F-3", issued="2026-11-01", is_cancelled=True),
            an_invoice("F-4", issued="2026-11-01", total=-1),
        )

        with store.look() as readers:
            sheet = readers.contract_sheets.held_by(ALICE, CONTRACT)

        assert sheet.last_invoice == KnownInvoice(invoice=an_invoice(), collections=(received,))

    def test_is_of_the_payers_own_days(self, store: Store) -> None:
        old = an_invoice(OLD, issued="2024-06-20", period=("2024-02-10", "2024-06-01"))
        store.know(old, an_invoice())

        with store.look() as readers:
            sheet = readers.contract_sheets.held_by(BOB, CONTRACT)

        assert sheet.last_invoice == KnownInvoice(invoice=attrs.evolve(old))


class TestAPaymentOnLine:
    @pytest.mark.parametrize("state", PaymentState)
    def test_is_told_while_it_counts(self, store: Store, state: PaymentState) -> None:
        payment = a_payment(state=state) if state is not PaymentState.OPENING else a_begun_payment()
        received = (a_collection(100, on="2026-11-02"), a_collection(200, on="2026-11-10"))
        store.know(an_invoice(), *received)
        with store.begin() as work:
            assert work.online_payments.add(payment)

        (known,) = _page(store).invoices

        assert known == _sheet(store).known
        assert known.collections == received
        assert known.paid_online == ((payment.as_paid,) if payment.as_paid else ())
        assert known.is_paying_online == state.is_open
        with store.look() as readers:
            assert readers.contract_sheets.held_by(ALICE, CONTRACT).last_invoice == known

    def test_may_follow_one_that_failed(self, store: Store) -> None:
        refused = a_payment(state=PaymentState.REFUSED)
        again = attrs.evolve(
            a_payment(state=PaymentState.PAID), reference=PaymentReference(UUID(int=4002)), idop="2"
        )
        store.know(an_invoice())
        with store.begin() as work:
            assert work.online_payments.add(refused)
            assert work.online_payments.add(again)

        (known,) = _page(store).invoices

        assert known.paid_online == (again.as_paid,)
        assert not known.is_paying_online

    def test_counts_even_beside_another_that_is_just_like_it(self, store: Store) -> None:
        paid = a_payment(state=PaymentState.PAID)
        again = attrs.evolve(paid, reference=PaymentReference(UUID(int=4002)), idop="2")
        store.know(an_invoice(), a_collection(100, on="2026-11-02"))
        with store.begin() as work:
            assert work.online_payments.add(paid)
            assert work.online_payments.add(again)

        (known,) = _page(store).invoices

        assert known.paid_online == (paid.as_paid, paid.as_paid)

from datetime import date
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.situation import situation_of
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.business_days import is_business_day
from siegvo.domain.payments.direct_debit import DebitRules, MonthOf, Sequence
from siegvo.domain.payments.dues import Due, debits_under, due_of_invoice, dues_of_plan
from siegvo.domain.payments.monthly_plan import plan_year
from siegvo.domain.payments.plan_rules import TEN_MONTHS
from tests.support.builders.banking import a_mandate
from tests.support.builders.billing import INVOICE, a_collection, an_invoice
from tests.support.builders.contracts import CONTRACT, MARCHAL

RULES: Final = DebitRules()
TODAY: Final = date(2026, 11, 23)
MONDAY: Final = date(2026, 12, 7)


def a_due(month: int = 12, *, cents: int = 5000) -> Due:
    return Due(
        contract=CONTRACT,
        payer=MARCHAL,
        amount=Money(cents),
        wanted_on=date(2026, month, 5),
        told_on=date(2026, 1, 5),
        about=MonthOf(contract=CONTRACT, on=date(2026, month, 5)),
    )


class TestWhatAnInvoiceHasDebited:
    def test_is_what_is_left_of_it(self) -> None:
        invoice = an_invoice(debit="2026-12-05", left=17_000)

        due = due_of_invoice(invoice, situation_of(invoice, today=TODAY), payer=MARCHAL)

        assert due
        assert (due.amount, due.payer, due.contract) == (Money(17_000), MARCHAL, CONTRACT)
        assert due.day(RULES) == MONDAY
        assert due.name == INVOICE.text

    @pytest.mark.parametrize(
        "invoice",
        [
            an_invoice(),
            an_invoice(debit="2026-12-05", left=0),
            an_invoice(debit="2026-12-05", is_cancelled=True),
            an_invoice(debit="2026-12-05", total=-500),
            an_invoice(debit="2026-11-05", as_of="2026-11-17"),
        ],
        ids=["no day", "paid", "cancelled", "credit", "debited"],
    )
    def test_may_be_nothing(self, invoice: Invoice) -> None:
        assert due_of_invoice(invoice, situation_of(invoice, today=TODAY), payer=MARCHAL) is None

    def test_is_nothing_once_somebody_paid(self) -> None:
        invoice = an_invoice(debit="2026-12-05")
        situation = situation_of(invoice, [a_collection(on="2026-11-20")], today=TODAY)

        assert due_of_invoice(invoice, situation, payer=MARCHAL) is None

    def test_waits_until_the_debtor_was_told_long_enough(self) -> None:
        invoice = an_invoice(issued="2026-11-20", debit="2026-11-25")
        due = due_of_invoice(invoice, situation_of(invoice, today=TODAY), payer=MARCHAL)

        assert due
        assert due.day(RULES) == date(2026, 12, 4)

    def test_is_named_by_what_banks_pass_on(self) -> None:
        due = attrs.evolve(a_due(), about=an_invoice("F.2026_1").number)

        assert due.name == "F.2026+1"


class TestWhatAPlanHasDebited:
    def test_is_every_instalment_on_a_business_day(self) -> None:
        plan = plan_year(
            TEN_MONTHS,
            base=Money(24_001),
            year=2026,
            debit_day=5,
            joined_on=date(2025, 12, 1),
        )

        dues = list(
            dues_of_plan(plan, contract=CONTRACT, payer=MARCHAL, agreed_on=date(2025, 12, 1))
        )

        assert [due.amount for due in dues] == [each.amount for each in plan.instalments]
        assert [due.name for due in dues][:2] == ["100214873-202601", "100214873-202602"]
        assert [due.day(RULES).day for due in dues] == [5, 5, 5, 7, 5, 5, 6, 5, 7, 5]
        assert all(is_business_day(due.day(RULES)) for due in dues)


class TestDebitsUnderAMandate:
    def test_take_the_account_that_was_given(self) -> None:
        mandate = a_mandate()

        [debit] = debits_under(mandate, [a_due()], on=MONDAY, rules=RULES)

        assert (debit.iban, debit.debtor) == (mandate.details.iban, "Odile Marchal")
        assert debit.mandate == str(mandate.reference)
        assert debit.signed_on == date(2026, 10, 1)
        assert (debit.amount, debit.collect_on) == (Money(5000), MONDAY)

    @pytest.mark.parametrize(
        ("first", "sequences"),
        [
            (None, ["FRST", "RCUR"]),
            (MONDAY, ["FRST", "RCUR"]),
            (date(2026, 11, 5), ["RCUR", "RCUR"]),
            (date(2027, 1, 5), ["RCUR", "RCUR"]),
        ],
    )
    def test_mark_the_very_first(self, first: date | None, sequences: list[str]) -> None:
        mandate = a_mandate(first_collected_on=first, last_collected_on=first and date(2027, 2, 5))
        dues = [a_due(12), a_due(11)]

        debits = list(debits_under(mandate, dues, on=MONDAY, rules=RULES))

        assert [debit.sequence.value for debit in debits] == sequences

    def test_mark_none_where_the_bank_wants_none(self) -> None:
        rules = DebitRules(first=Sequence.RECURRENT)

        [debit] = debits_under(a_mandate(), [a_due()], on=MONDAY, rules=rules)

        assert debit.sequence is Sequence.RECURRENT

    @given(st.permutations(range(1, 13)), st.lists(st.integers(1, 10**6), min_size=12, max_size=12))
    def test_are_the_same_in_any_order(self, months: list[int], cents: list[int]) -> None:
        dues = [a_due(month, cents=cents[month - 1]) for month in months]

        debits = list(debits_under(a_mandate(), dues, on=MONDAY, rules=RULES))

        assert debits == list(
            debits_under(a_mandate(), sorted(dues, key=id), on=MONDAY, rules=RULES)
        )
        assert sum(debit.amount.cents for debit in debits) == sum(cents)
        assert len({debit.end_to_end for debit in debits}) == 12
        assert [debit.sequence for debit in debits].count(Sequence.FIRST) == 1

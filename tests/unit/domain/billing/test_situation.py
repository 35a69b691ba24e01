"""How an invoice stands on 23 November 2026, from what the books and the treasury say."""

from datetime import date

import attrs
import pytest

from siegvo.domain.billing.balance import Balance
from siegvo.domain.billing.collection import Collection
from siegvo.domain.billing.invoice import Invoice, InvoiceKind
from siegvo.domain.billing.situation import PaidOnline, Situation, Standing, situation_of
from siegvo.domain.kernel.money import Money
from tests.support.builders.billing import a_collection, an_invoice

TODAY = date(2026, 11, 23)
NOT_DUE_YET = an_invoice(due="2026-12-21")


def _situation(
    invoice: Invoice,
    *received: Collection,
    paid_online: tuple[PaidOnline, ...] = (),
    is_paying_online: bool = False,
) -> Situation:
    return situation_of(
        invoice,
        received,
        today=TODAY,
        paid_online=paid_online,
        is_paying_online=is_paying_online,
    )


def _standing(invoice: Invoice, *received: Collection) -> Standing:
    return _situation(invoice, *received).standing


def _paid_online(amount: int = 18_000, *, on: str = "2026-11-18") -> tuple[PaidOnline, ...]:
    return (PaidOnline(paid_on=date.fromisoformat(on), amount=Money(amount)),)


def _left(cents: int, as_of: str) -> Balance:
    return Balance(amount=Money(cents), as_of=date.fromisoformat(as_of))


class TestAnInvoiceStands:
    @pytest.mark.parametrize(
        ("invoice", "standing"),
        [
            (NOT_DUE_YET, Standing.DUE),
            (an_invoice(due="2026-11-23"), Standing.DUE),
            (an_invoice(due="2026-11-22"), Standing.OVERDUE),
            (an_invoice(left=9_000), Standing.PARTLY_PAID),
            (an_invoice(left=0), Standing.PAID),
            (an_invoice(left=-500), Standing.PAID),
            (an_invoice(left=18_001), Standing.OVERDUE),
            (an_invoice(kind=InvoiceKind.INTERIM), Standing.OVERDUE),
            (an_invoice(total=0), Standing.NOTHING_DUE),
            (an_invoice(total=-3_120, left=0), Standing.CREDIT_NOTE),
            (an_invoice(total=-3_120), Standing.CREDIT_NOTE),
            (
                an_invoice(kind=InvoiceKind.CREDIT_NOTE, total=0),
                Standing.CREDIT_NOTE,
            ),
        ],
    )
    def test_as_its_balance_says(self, invoice: Invoice, standing: Standing) -> None:
        assert _standing(invoice) is standing

    @pytest.mark.parametrize(
        "invoice",
        [an_invoice(), an_invoice(left=0), an_invoice(total=-1), an_invoice(debit="2026-12-01")],
    )
    def test_cancelled_whatever_else_is_true(self, invoice: Invoice) -> None:
        cancelled = attrs.evolve(invoice, is_cancelled=True)

        situation = _situation(cancelled, paid_online=_paid_online(), is_paying_online=True)

        assert situation.standing is Standing.CANCELLED


class TestADebit:
    @pytest.mark.parametrize("day", ["2026-11-23", "2026-11-24", "2027-01-15"])
    def test_is_to_come_until_its_day_is_over(self, day: str) -> None:
        invoice = an_invoice(debit=day, as_of="2026-11-22")

        assert _standing(invoice) is Standing.TO_BE_DEBITED

    @pytest.mark.parametrize(
        ("as_of", "standing"),
        [
            ("2026-11-20", Standing.TO_BE_DEBITED),
            ("2026-11-21", Standing.TO_BE_DEBITED),
            ("2026-11-22", Standing.OVERDUE),
        ],
    )
    def test_may_have_come_until_the_books_are_shown_again(
        self, as_of: str, standing: Standing
    ) -> None:
        assert _standing(an_invoice(debit="2026-11-21", as_of=as_of)) is standing

    def test_takes_what_is_left_of_an_invoice(self) -> None:
        assert _standing(an_invoice(left=9_000, debit="2026-12-01")) is Standing.TO_BE_DEBITED

    def test_that_left_something_is_over_once_the_books_show_it(self) -> None:
        invoice = an_invoice(debit="2026-11-10", as_of="2026-11-17")

        assert _standing(invoice, a_collection(9_000)) is Standing.PARTLY_PAID

    def test_of_nothing_is_none(self) -> None:
        assert _standing(an_invoice(left=0, debit="2026-12-01")) is Standing.PAID


class TestWhatIsLeft:
    def test_is_the_balance_on_its_day(self) -> None:
        assert _situation(an_invoice(left=9_000)).outstanding == _left(9_000, "2026-11-17")

    def test_is_never_below_zero(self) -> None:
        overpaid = _situation(an_invoice(left=-500), a_collection(20_000, on="2026-11-18"))

        assert overpaid.outstanding == _left(0, "2026-11-18")

    def test_holds_what_came_in_by_the_day_of_the_balance(self) -> None:
        received = a_collection(9_000, on="2026-10-30")

        situation = _situation(an_invoice(left=9_000), received)

        assert situation.outstanding == _left(9_000, "2026-11-17")

    def test_falls_by_what_came_in_later(self) -> None:
        received = (a_collection(5_000, on="2026-11-18"), a_collection(1_000, on="2026-11-20"))

        situation = _situation(an_invoice(left=9_000), *received)

        assert situation.outstanding == _left(3_000, "2026-11-20")
        assert situation.standing is Standing.PARTLY_PAID

    def test_rises_by_what_was_taken_back_later(self) -> None:
        received = (a_collection(on="2026-10-30"), a_collection(-18_000, on="2026-11-20"))

        situation = _situation(an_invoice(left=0), *received)

        assert situation.outstanding == _left(18_000, "2026-11-20")
        assert situation.standing is Standing.OVERDUE
        assert not situation.is_covered

    @pytest.mark.parametrize("day", ["2026-11-08", "2026-11-16", "2026-11-17"])
    def test_may_miss_what_came_in_just_before_the_day_of_the_balance(self, day: str) -> None:
        situation = _situation(an_invoice(), a_collection(on=day))

        assert situation.outstanding == _left(0, "2026-11-17")
        assert (situation.standing, situation.paid_on) == (
            Standing.PAID,
            date.fromisoformat(day),
        )

    def test_misses_nothing_older(self) -> None:
        situation = _situation(an_invoice(), a_collection(on="2026-11-07"))

        assert situation.outstanding == _left(18_000, "2026-11-17")
        assert situation.standing is Standing.OVERDUE
        assert (situation.paid_on, situation.is_covered) == (None, True)

    def test_is_what_the_balance_says_if_less_is_left_than_came_in(self) -> None:
        relieved = an_invoice(left=0)

        assert not _situation(relieved, a_collection(9_000)).outstanding.amount


class TestTheDayOfPayment:
    def test_is_the_day_what_came_in_covered_the_total(self) -> None:
        received = (
            a_collection(8_000, on="2026-11-01"),
            a_collection(10_000, on="2026-11-03"),
        )

        situation = _situation(an_invoice(left=0), *reversed(received))

        assert (situation.paid_on, situation.is_covered) == (date(2026, 11, 3), True)

    def test_is_the_last_time_it_was_covered(self) -> None:
        received = (
            a_collection(18_000, on="2026-10-30"),
            a_collection(-18_000, on="2026-11-02"),
            a_collection(18_000, on="2026-11-16"),
        )

        assert _situation(an_invoice(left=0), *received).paid_on == date(2026, 11, 16)

    def test_is_the_day_it_was_first_covered_if_more_came_in(self) -> None:
        received = (a_collection(18_000, on="2026-10-30"), a_collection(100, on="2026-11-16"))

        assert _situation(an_invoice(left=0), *received).paid_on == date(2026, 10, 30)

    @pytest.mark.parametrize(
        "received",
        [
            (),
            (a_collection(17_999),),
            (a_collection(18_000), a_collection(-1, on="2026-11-12")),
        ],
    )
    def test_is_unknown_while_the_total_is_not_covered(
        self, received: tuple[Collection, ...]
    ) -> None:
        situation = _situation(an_invoice(left=0), *received)

        assert situation.standing is Standing.PAID
        assert (situation.paid_on, situation.is_covered) == (None, False)

    @pytest.mark.parametrize("total", [0, -3_120])
    def test_is_none_where_nothing_is_due(self, total: int) -> None:
        situation = _situation(an_invoice(total=total, left=0), a_collection(100))

        assert (situation.paid_on, situation.is_covered) == (None, False)

    def test_is_not_told_while_something_is_left(self) -> None:
        situation = _situation(an_invoice(), a_collection(on="2026-10-25"))

        assert (situation.paid_on, situation.is_covered) == (None, True)


class TestAPaymentOnline:
    def test_is_believed_before_the_books_show_it(self) -> None:
        situation = _situation(an_invoice(), paid_online=_paid_online())

        assert situation.standing is Standing.PAID_ONLINE
        assert situation.outstanding == _left(18_000, "2026-11-17")

    def test_is_believed_over_one_that_is_under_way(self) -> None:
        situation = _situation(an_invoice(), paid_online=_paid_online(), is_paying_online=True)

        assert situation.standing is Standing.PAID_ONLINE

    def test_under_way_says_nothing_yet(self) -> None:
        assert _situation(an_invoice(), is_paying_online=True).standing is Standing.PAYING_ONLINE

    def test_makes_no_difference_once_nothing_is_left(self) -> None:
        situation = _situation(
            an_invoice(left=0), paid_online=_paid_online(), is_paying_online=True
        )

        assert situation.standing is Standing.PAID

    @pytest.mark.parametrize("received_on", ["2026-11-16", "2026-11-17", "2026-11-18"])
    def test_is_shown_by_the_books_when_it_was_received(self, received_on: str) -> None:
        situation = _situation(
            an_invoice(),
            a_collection(on=received_on),
            paid_online=_paid_online(on="2026-11-16"),
        )

        assert situation.standing is Standing.PAID

    @pytest.mark.parametrize(
        "received",
        [
            a_collection(18_000, on="2026-11-15"),
            a_collection(17_999, on="2026-11-18"),
        ],
    )
    def test_is_not_shown_by_another_payment(self, received: Collection) -> None:
        invoice = an_invoice(total=40_000)

        situation = _situation(invoice, received, paid_online=_paid_online(on="2026-11-16"))

        assert situation.standing is Standing.PAID_ONLINE

    def test_that_was_taken_back_leaves_the_invoice_due(self) -> None:
        situation = _situation(
            an_invoice(),
            a_collection(18_000, on="2026-11-18"),
            a_collection(-18_000, on="2026-11-20"),
            paid_online=_paid_online(on="2026-11-18"),
        )

        assert situation.standing is Standing.OVERDUE
        assert situation.outstanding == _left(18_000, "2026-11-20")

    def test_comes_before_a_debit(self) -> None:
        invoice = an_invoice(debit="2026-12-01")

        assert _situation(invoice, paid_online=_paid_online()).standing is Standing.PAID_ONLINE
        assert _situation(invoice, is_paying_online=True).standing is Standing.PAYING_ONLINE

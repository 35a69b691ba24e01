from datetime import date

import pytest

from siegvo.domain.billing.invoice import InvoiceKind, Period
from tests.support.builders.billing import an_invoice


class TestAPeriod:
    def test_does_not_run_backwards(self) -> None:
        with pytest.raises(ValueError, match="2026-10-09 is before 2026-10-10"):
            Period(first=date(2026, 10, 10), last=date(2026, 10, 9))

    @pytest.mark.parametrize(
        ("first", "last", "drawn"),
        [
            ("2026-06-10", "2026-10-10", "2026-10-09"),
            ("2026-10-09", "2026-10-10", "2026-10-09"),
            ("2026-10-10", "2026-10-10", "2026-10-10"),
            ("2026-02-01", "2026-03-01", "2026-02-28"),
        ],
    )
    def test_leaves_its_last_day_to_the_next_one(self, first: str, last: str, drawn: str) -> None:
        period = Period(first=date.fromisoformat(first), last=date.fromisoformat(last))

        assert period.last_day_drawn == date.fromisoformat(drawn)


class TestAnInvoice:
    def test_belongs_to_whoever_drew_its_last_water(self) -> None:
        assert an_invoice(period=("2026-06-10", "2026-10-10")).belongs_on == date(2026, 10, 9)

    @pytest.mark.parametrize(
        ("kind", "total", "is_credit"),
        [
            (InvoiceKind.INVOICE, 100, False),
            (InvoiceKind.INVOICE, 0, False),
            (InvoiceKind.INVOICE, -100, True),
            (InvoiceKind.INTERIM, 100, False),
            (InvoiceKind.CREDIT_NOTE, -100, True),
            (InvoiceKind.CREDIT_NOTE, 0, True),
        ],
    )
    def test_may_be_a_credit(self, kind: InvoiceKind, total: int, *, is_credit: bool) -> None:
        assert an_invoice(kind=kind, total=total).is_credit is is_credit

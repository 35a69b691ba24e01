from datetime import date

import pytest

from siegvo.adapters.french.debits import debit_subject
from siegvo.domain.payments.direct_debit import MonthOf
from tests.support.builders.billing import INVOICE
from tests.support.builders.contracts import CONTRACT


@pytest.mark.parametrize(
    ("month", "said"),
    [
        (1, "Mensualité de janvier 2027, contrat 100214873"),
        (4, "Mensualité d’avril 2027, contrat 100214873"),
        (8, "Mensualité d’août 2027, contrat 100214873"),
        (10, "Mensualité d’octobre 2027, contrat 100214873"),
        (12, "Mensualité de décembre 2027, contrat 100214873"),
    ],
)
def test_a_month_is_named_after_its_preposition(month: int, said: str) -> None:
    assert debit_subject(MonthOf(contract=CONTRACT, on=date(2027, month, 5))) == said


def test_an_invoice_is_named_by_its_number() -> None:
    assert debit_subject(INVOICE) == "Facture d’eau 2026-EA-0018342"

"""Changes of payment mode for tests: from each invoice to direct debit, asked at noon."""

from typing import Any

from siegvo.application.change_view import ChangeView
from siegvo.application.repositories.payments import KeptMandate
from siegvo.application.sealed_mandates import sealed
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.payments.mandate import MandateReference
from siegvo.domain.policy import CHANGE_CONFIRMED_WITHIN, CHANGE_DELAY, DEBIT_CUT_OFF
from siegvo.domain.requests.reference import RequestReference
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.banking import a_mandate, french_iban
from tests.support.builders.contracts import CONTRACT, MARCHAL
from tests.support.vault import GlassVault


def a_change(number: int = 1, **facts: Any) -> PaymentChange:
    return PaymentChange(
        **{
            "reference": RequestReference(2026, number),
            "contract": CONTRACT,
            "payer": MARCHAL,
            "account": ALICE,
            "before": PaymentMode.ON_INVOICE,
            "after": PaymentMode.DIRECT_DEBIT,
            "asked_at": NOON,
            **facts,
        }
    )


def a_kept_mandate(number: int = 1, **facts: Any) -> KeptMandate:
    """Make a mandate as it lies in the database: signed, and not known outside yet."""
    return sealed(GlassVault(), a_mandate(number, **{"activated_on": None, **facts}))


def a_change_view(**facts: Any) -> ChangeView:
    """Make what is shown of a change that was confirmed at noon."""
    return ChangeView(
        **{
            "reference": RequestReference(2026, 123),
            "contract": CONTRACT,
            "before": PaymentMode.ON_INVOICE,
            "after": PaymentMode.MONTHLY,
            "mandate": MandateReference("100214873-20261123-1A2B3C4D"),
            "masked_iban": french_iban(1).masked,
            "bic": "PSSTFRPP",
            "bank_name": "La Banque Postale",
            "holder": "Odile Marchal",
            "debit_day": 10,
            "step": ChangeStep.CONFIRMED,
            "asked_at": NOON,
            "confirm_by": NOON + CHANGE_CONFIRMED_WITHIN,
            "due_at": NOON + CHANGE_DELAY,
            "debits_follow_from": (NOON + CHANGE_DELAY + DEBIT_CUT_OFF).date(),
            "still_debited_on": None,
            "is_of_account_only": False,
            "is_revocation": False,
            "is_with_staff": False,
            "may_be_cancelled": True,
            **facts,
        }
    )

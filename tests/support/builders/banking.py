"""Bank accounts that are sound, and belong to nobody; debits of them."""

from datetime import UTC, date, datetime
from typing import Any, Final

import attrs

from siegvo.application.ports.sepa import DebitMessage, SepaVersion
from siegvo.domain.billing.invoice_number import InvoiceNumber
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.bank_details import BankDetails
from siegvo.domain.payments.change import ChangeStep, PaymentChange
from siegvo.domain.payments.creditor import Creditor, CreditorId
from siegvo.domain.payments.direct_debit import DirectDebit, Sequence
from siegvo.domain.payments.iban import Iban
from siegvo.domain.payments.mandate import Evidence, Mandate, MandateReference
from siegvo.domain.requests.reference import RequestReference
from siegvo.entrypoints.siegvo_utility import SIEGVO
from tests.support.builders.accounts import ALICE, NOON
from tests.support.builders.contracts import CONTRACT, MARCHAL

POST: Final = "FR1420041010050500013M02606"
"""An account of La Banque Postale, the one that norms and manuals show."""

ICS: Final = "FR72ZZZ123456"

_BANK: Final = 20041
_BRANCH: Final = 1010


def french_iban(account: int = 1) -> Iban:
    """Return an account of La Banque Postale, with its RIB key and its check digits."""
    key = 97 - (89 * _BANK + 15 * _BRANCH + 3 * account) % 97
    national = f"{_BANK:05}{_BRANCH:05}{account:011}{key:02}"
    check = 98 - int(f"{national}152700") % 97
    return Iban(f"FR{check:02}{national}")


DEBITING: Final = attrs.evolve(
    SIEGVO, sepa_creditor_id=ICS, iban=french_iban(57_865).text, bic="PSSTFRPP"
)
"""The SIEGVO, once it has asked for an identifier that lets it debit."""


def a_creditor(*, bic: str | None = "PSSTFRPP") -> Creditor:
    return Creditor(
        name="Syndicat des Eaux", identifier=CreditorId(ICS), iban=french_iban(57_865), bic=bic
    )


def a_debit(number: int = 1, **facts: Any) -> DirectDebit:
    """Make 50 euros to be debited on 7 December 2026, a Monday, and nothing special."""
    return DirectDebit(
        **{
            "mandate": f"SIEGVO-100200304-20261001-{number:04}",
            "signed_on": date(2026, 10, 1),
            "debtor": "Odile Marchal",
            "iban": french_iban(number),
            "bic": "PSSTFRPP",
            "amount": Money(5000),
            "collect_on": date(2026, 12, 7),
            "end_to_end": f"2026-EA-{number:07}",
            "sequence": Sequence.RECURRENT,
            "about": InvoiceNumber(f"2026-EA-{number:07}"),
            **facts,
        }
    )


def a_message(
    *debits: DirectDebit,
    creditor: Creditor | None = None,
    version: SepaVersion = SepaVersion.OF_2009,
) -> DebitMessage:
    return DebitMessage(
        reference="SIEGVO-20261207",
        made_at=NOON,
        version=version,
        creditor=creditor or a_creditor(),
        debits=debits or (a_debit(),),
    )


def a_mandate(number: int = 1, **facts: Any) -> Mandate:
    """Make a mandate of Mme Marchal, in force since 5 October 2026, never collected."""
    return Mandate(
        **{
            "reference": MandateReference(f"{CONTRACT}-20261001-{number:08}"),
            "contract": CONTRACT,
            "payer": MARCHAL,
            "details": BankDetails(iban=french_iban(number), holder="Odile Marchal"),
            "evidence": Evidence(
                account=str(ALICE),
                at=datetime(2026, 9, 30, 22, 30, tzinfo=UTC),
                origin="192.0.2.0",
                device="Firefox",
                text="2026-11",
            ),
            "activated_on": date(2026, 10, 5),
            **facts,
        }
    )


def a_monthly_change(reference: RequestReference, **facts: Any) -> PaymentChange:
    """Make a change to paying by the month, on the 10th, that the billing system shows done."""
    return PaymentChange(
        **{
            "reference": reference,
            "contract": CONTRACT,
            "payer": MARCHAL,
            "account": ALICE,
            "before": PaymentMode.DIRECT_DEBIT,
            "after": PaymentMode.MONTHLY,
            "asked_at": NOON,
            "debit_day": 10,
            "step": ChangeStep.APPLIED,
            **facts,
        }
    )

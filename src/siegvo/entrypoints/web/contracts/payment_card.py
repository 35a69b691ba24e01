"""How a contract is paid, on the dashboard, ready to print."""

from datetime import date

import attrs

from siegvo.adapters.french.payment_words import MODES_ALONE
from siegvo.application.payments.show_arrangement import Arrangement, NextDebit
from siegvo.application.readers.contracts import ContractSheet
from siegvo.domain.billing.situation import Standing
from siegvo.domain.contracts.tenure import TenureState
from siegvo.entrypoints.web.payments.arrangement_page import (
    ChangeWords,
    change_words,
    masked,
    next_debit_words,
)


@attrs.frozen(kw_only=True)
class PaymentCard:
    """`mode`: `Par mensualités`; `iban`: `FR76 •••• •••• 412`, and `iban_aloud` the end of it.

    Empty when there is none, or none is known: `iban`, `mandate` (its reference), `next_debit`,
    `48,00 € le 05/01/2027`, or who knows it.  `may_change` unless the contract has ended.
    """

    mode: str
    iban: str
    iban_aloud: str
    mandate: str
    next_debit: str
    pending: ChangeWords | None
    is_debited: bool
    may_change: bool
    path: str


def payment_card(
    sheet: ContractSheet, *, today: date, arrangement: Arrangement | None = None
) -> PaymentCard:
    """Write out what the billing system shows, and what the portal has to add, if anything."""
    tenure, added = sheet.tenure, arrangement
    iban = masked(added.masked_iban if added else tenure.masked_iban)
    is_debited = tenure.payment_mode.is_debited
    return PaymentCard(
        mode=MODES_ALONE[tenure.payment_mode],
        iban=iban if is_debited else "",
        iban_aloud=f"I B A N qui finit par {' '.join(iban.split()[-1])}" if iban else "",
        mandate=str(added.mandate.reference) if added and added.mandate else "",
        next_debit=_next_debit(sheet, added, today=today) if is_debited else "",
        pending=change_words(added.pending) if added and added.pending else None,
        is_debited=is_debited,
        may_change=tenure.state_on(today) is not TenureState.ENDED,
        path=f"/contrats/{tenure.contract}",
    )


def _next_debit(sheet: ContractSheet, added: Arrangement | None, *, today: date) -> str:
    mode = sheet.tenure.payment_mode
    if added:
        return next_debit_words(mode, added.next_debit, has_plan=added.plan is not None)
    return next_debit_words(mode, _debit_of_last_invoice(sheet, today=today), has_plan=False)


def _debit_of_last_invoice(sheet: ContractSheet, *, today: date) -> NextDebit | None:
    known = sheet.last_invoice
    if known is None or known.invoice.debit_on is None or known.invoice.debit_on < today:
        return None
    situation = known.situation_on(today)
    if situation.standing is not Standing.TO_BE_DEBITED:
        return None
    return NextDebit(on=known.invoice.debit_on, amount=situation.outstanding.amount)

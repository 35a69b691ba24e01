"""How a contract is paid, on the dashboard, ready to print."""

from datetime import date
from typing import Final

import attrs

from siegvo.adapters.french.values import say
from siegvo.application.payments.show_arrangement import Arrangement
from siegvo.application.readers.contracts import ContractSheet
from siegvo.domain.billing.situation import Standing
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.contracts.tenure import TenureState
from siegvo.entrypoints.web.payments.arrangement_page import ChangeWords, change_words, masked

_MODES: Final = {
    PaymentMode.ON_INVOICE: "À réception de la facture",
    PaymentMode.DIRECT_DEBIT: "Prélèvement à l’échéance",
    PaymentMode.MONTHLY: "Mensualisation",
}


@attrs.frozen(kw_only=True)
class PaymentCard:
    """`mode`: `Mensualisation`; `iban`: `FR76 •••• •••• 412`, and `iban_aloud` the end of it.

    Empty when there is none, or none is known: `iban`, `mandate` (its reference), `next_debit`,
    `48,00 € le 05/01/2027`.  `may_change` unless the contract has ended.
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
    is_debited = tenure.payment_mode is not PaymentMode.ON_INVOICE
    return PaymentCard(
        mode=_MODES[tenure.payment_mode],
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
    if added:
        debit = added.next_debit
        return f"{say(debit.amount)} le {say(debit.on)}" if debit else ""
    known = sheet.last_invoice
    if known is None or known.invoice.debit_on is None or known.invoice.debit_on < today:
        return ""
    situation = known.situation_on(today)
    if situation.standing is not Standing.TO_BE_DEBITED:
        return ""
    return f"{say(situation.outstanding.amount)} le {say(known.invoice.debit_on)}"

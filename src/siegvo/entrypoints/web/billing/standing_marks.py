"""How an invoice stands: a word, a drawing and a colour, always the three."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import attrs

from siegvo.adapters.french.values import say
from siegvo.domain.billing.invoice import Invoice
from siegvo.domain.billing.situation import Situation, Standing
from siegvo.entrypoints.web.icons import ICONS
from siegvo.entrypoints.web.requests.states import StateMark


@attrs.frozen
class StandingWords:
    """`mark`: `À payer`; `when` goes on with it, `avant le 12/12/2026`, or is empty."""

    mark: StateMark
    when: str = ""

    @property
    def whole(self) -> StateMark:
        """Return the mark with all there is to say in it: `À payer avant le 12/12/2026`."""
        label = f"{self.mark.label} {self.when}".rstrip()
        return attrs.evolve(self.mark, label=label)


_PAID: Final = StateMark("Payée", ICONS["check"], "done")
_PAID_ONCE: Final = StandingWords(_PAID)
_Say = Callable[[Invoice, Situation, date], StandingWords]


def standing_words(invoice: Invoice, situation: Situation, *, today: date) -> StandingWords:
    """Say how `invoice` stands."""
    known = _PLAIN.get(situation.standing)
    return known or _DATED[situation.standing](invoice, situation, today)


def standing_mark(invoice: Invoice, situation: Situation, *, today: date) -> StateMark:
    """Say it in one: `Payée le 10/11/2026`."""
    return standing_words(invoice, situation, today=today).whole


def _paid(_: Invoice, situation: Situation, __: date) -> StandingWords:
    return StandingWords(_PAID, f"le {say(situation.paid_on)}") if situation.paid_on else _PAID_ONCE


def _to_be_debited(invoice: Invoice, _: Situation, today: date) -> StandingWords:
    day = invoice.debit_on or invoice.due_on
    label = "Sera prélevée" if today <= day else "Prélèvement prévu"
    return StandingWords(StateMark(label, ICONS["clock"], "water"), f"le {say(day)}")


def _due(invoice: Invoice, _: Situation, __: date) -> StandingWords:
    when = f"avant le {say(invoice.due_on)}"
    return StandingWords(StateMark("À payer", ICONS["clock"], "warm"), when)


def _plain(label: str, icon: str, style: str = "") -> StandingWords:
    return StandingWords(StateMark(label, ICONS[icon], style))


_PLAIN: Final[Mapping[Standing, StandingWords]] = {
    Standing.CANCELLED: _plain("Annulée", "cross"),
    Standing.CREDIT_NOTE: _plain("Avoir", "answer", "water"),
    Standing.NOTHING_DUE: _plain("Rien à payer", "check", "done"),
    Standing.PAID_ONLINE: _plain("Paiement en ligne en cours de rapprochement", "clock", "water"),
    Standing.PAYING_ONLINE: _plain("Paiement en ligne en cours", "clock", "water"),
    Standing.PARTLY_PAID: _plain("Partiellement payée", "clock", "warm"),
    Standing.OVERDUE: _plain("Échéance dépassée", "warning", "warm"),
}
_DATED: Final[Mapping[Standing, _Say]] = {
    Standing.PAID: _paid,
    Standing.TO_BE_DEBITED: _to_be_debited,
    Standing.DUE: _due,
}

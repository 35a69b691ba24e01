"""An operation of the simulator: what is to be paid, and what became of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

import attrs

from siegvo.adapters.french.values import PARIS

PAGE_LASTS: Final = timedelta(minutes=15)
SILENCE_LASTS: Final = timedelta(minutes=2)


class Outcome(StrEnum):
    """What a payer may do; the values are those of PayFiP's `resultrans`."""

    CARD = "P"
    DEBIT = "V"
    CARD_REFUSED = "R"
    DEBIT_REFUSED = "Z"
    ABANDONED = "A"


class Incident(StrEnum):
    """What may go wrong on the way back to the portal."""

    NONE = "none"
    NO_NOTIFICATION = "no_notification"
    LATE_NOTIFICATION = "late_notification"
    TWO_NOTIFICATIONS = "two_notifications"
    SILENCE = "silence"
    WRONG_AMOUNT = "wrong_amount"
    WRONG_REFERENCE = "wrong_reference"
    EXPIRY = "expiry"


@attrs.frozen(kw_only=True)
class Operation:
    """`fields` are those of `creerPaiementSecurise`; `outcome` is missing while it waits."""

    idop: str
    fields: Mapping[str, str]
    opened_at: datetime
    outcome: Outcome | None = None
    ended_at: datetime | None = None
    incident: Incident = Incident.NONE

    def ended(self, outcome: Outcome, incident: Incident, *, at: datetime) -> "Operation":
        """Return it as its payer leaves it."""
        return attrs.evolve(self, outcome=outcome, incident=incident, ended_at=at)

    def may_be_paid(self, *, at: datetime) -> bool:
        return self.outcome is None and at - self.opened_at < PAGE_LASTS

    def is_cleared(self, *, at: datetime) -> bool:
        """Say whether the night has passed on an operation that nobody paid."""
        if self.incident is Incident.EXPIRY:
            return True
        is_another_day = at.astimezone(PARIS).date() > self.opened_at.astimezone(PARIS).date()
        return self.outcome is None and is_another_day and at - self.opened_at >= PAGE_LASTS

    def is_silent(self, *, at: datetime) -> bool:
        """Say whether the service pretends to be out of order when it is asked about this one."""
        if self.incident is not Incident.SILENCE or self.ended_at is None:
            return False
        return at - self.ended_at < SILENCE_LASTS

    @property
    def details(self) -> Mapping[str, str]:
        """Return what `recupererDetailPaiementSecurise` tells, once it is over."""
        if self.outcome is None or self.ended_at is None:
            message = "it still waits for its payer"
            raise ValueError(message)
        local = self.ended_at.astimezone(PARIS)
        kept = ("exer", "mel", "montant", "numcli", "objet", "refdet", "saisie")
        told = {name: self.fields.get(name, "") for name in kept}
        if self.outcome in {Outcome.CARD, Outcome.DEBIT}:
            told["numauto"] = "SIMULE"
        if self.incident is Incident.WRONG_AMOUNT:
            told["montant"] = str(int(told["montant"]) + 100)
        if self.incident is Incident.WRONG_REFERENCE:
            told["refdet"] = f"AUTRE{told['refdet']}"[:30]
        return {
            "dattrans": f"{local:%d%m%Y}",
            "heurtrans": f"{local:%H%M}",
            "idOp": self.idop,
            "resultrans": self.outcome.value,
            **told,
        }

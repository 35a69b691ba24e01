"""The bank is asked for the debits of a day."""

from collections.abc import Callable
from datetime import date

import attrs

from siegvo.application.exchange.debits_of_day import DebitsOfDay, debits_of
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.sepa import DebitMessage, SepaVersion
from siegvo.application.ports.utility import Utility
from siegvo.application.ports.vault import Vault
from siegvo.application.ports.work import Begin, Look
from siegvo.application.repositories.audit import Entry
from siegvo.application.sealed_mandates import moved
from siegvo.domain.errors import Refused
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.kernel.money import Money
from siegvo.domain.payments.business_days import business_day_from, is_business_day
from siegvo.domain.payments.creditor import Creditor
from siegvo.domain.payments.mandate import Mandate

HandOverDebits = Callable[[DebitMessage], object]
"""Write a message where the bank will have it; return when it is safe there."""


@attrs.frozen
class NoCreditor(Refused):
    """The settings name no creditor: an identifier (ICS) and an account are needed."""


@attrs.frozen(kw_only=True)
class BanksClosed(Refused):
    """Nothing is collected on `day`; on `next_open` it could be."""

    day: date
    next_open: date


@attrs.frozen(kw_only=True)
class TooLateToCollect(Refused):
    """The bank needs the file sooner; `soonest` is the first day that can still be had."""

    day: date
    soonest: date


@attrs.frozen(kw_only=True)
class DebitsExported:
    """What was asked for: how many debits on which day, how much in all, under which name.

    `tell_by` is the day by which debtors were to be told.  `without_mandate` counts what is
    to be debited that day under mandates the portal does not hold; `without_plan`, who pays
    by the month and has no plan, for their day is not offered any more or almost nothing was
    invoiced.
    """

    collect_on: date
    tell_by: date
    reference: str
    count: int
    total: Money
    without_mandate: int
    without_plan: int


@attrs.frozen(kw_only=True)
class ExportDirectDebits:
    """Hand over what the mandates given on line let us debit on one day."""

    begin: Begin
    look: Look
    clock: Clock
    utility: Utility
    vault: Vault

    def __call__(
        self,
        *,
        on: date | None = None,
        version: SepaVersion | None = None,
        hand_over: HandOverDebits,
        actor: Actor | None = None,
    ) -> DebitsExported:
        """Hand over the debits of a business day; the soonest that can be had, unless said.

        Every invoice and every instalment has one day: asked again for it, the same debits
        leave under the same names, in a file of the same name, which banks take once.
        Without any, nothing is handed over.  `version` is that of
        the settings, unless said.

        Raises:
            NoCreditor: the settings do not say who debits.
            BanksClosed: not on that day.
            TooLateToCollect: not so soon.
            SealBroken: the account of a mandate cannot be read.
            DatabaseUnavailable: the database cannot be reached, is locked or full.
        """
        creditor, day = self._creditor(), self._day(on)
        with self.look() as readers:
            found = debits_of(
                day,
                readers,
                today=self.clock.today(),
                utility=self.utility,
                vault=self.vault,
            )
        reference = found.reference(self.utility.name)
        if found.debits:
            hand_over(
                DebitMessage(
                    reference=reference,
                    made_at=self.clock.now(),
                    version=version or self.utility.sepa_version,
                    creditor=creditor,
                    debits=found.debits,
                )
            )
            self._note(found, reference, actor or Actor.portal())
        return DebitsExported(
            collect_on=day,
            tell_by=self.utility.direct_debits.tell_by(day),
            reference=reference,
            count=len(found.debits),
            total=found.total,
            without_mandate=found.without_mandate,
            without_plan=found.without_plan,
        )

    def _creditor(self) -> Creditor:
        creditor = self.utility.creditor
        if creditor is None:
            raise NoCreditor
        return creditor

    def _day(self, wanted: date | None) -> date:
        soonest = self.utility.direct_debits.soonest(self.clock.today())
        day = wanted or soonest
        if not is_business_day(day):
            raise BanksClosed(day=day, next_open=business_day_from(max(day, soonest)))
        if day < soonest:
            raise TooLateToCollect(day=day, soonest=soonest)
        return day

    def _note(self, found: DebitsOfDay, reference: str, actor: Actor) -> None:
        """Write down what was asked for, and that its mandates were used."""
        with self.begin() as work:
            for mandate in found.mandates:
                kept = work.mandates.hold(mandate.reference)
                if kept.ended_on is None:
                    work.mandates.save(moved(self.vault, kept, _collected(found.day)))
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=actor,
                    gesture=Gesture.DIRECT_DEBITS_EXPORTED,
                    subject=f"{reference}: {len(found.debits)} debits, {found.total}",
                )
            )


def _collected(day: date) -> Callable[[Mandate], Mandate]:
    return lambda mandate: mandate.collect(on=day)

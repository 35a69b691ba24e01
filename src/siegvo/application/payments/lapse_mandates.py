"""Mandates under which nothing was debited for 36 months end by themselves."""

from datetime import date, timedelta
from typing import Final

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.payments import KeptMandate
from siegvo.domain.contracts.payment_mode import PaymentMode
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.payments.events import MandateLapsed
from siegvo.domain.payments.mandate import MandateReference, MandateState, state_of
from siegvo.domain.policy import MANDATE_LAPSES_AFTER_MONTHS

_SHORTEST: Final = timedelta(days=30 * MANDATE_LAPSES_AFTER_MONTHS)
"""A little less than these months: what nears its end is looked at as well."""


@attrs.frozen(kw_only=True)
class LapseMandates:
    """Do what time alone brings about: the worker calls it."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(self) -> int:
        """End every mandate that lapsed, each on its own; return how many did.

        A debit that the billing system collected by itself keeps one alive.
        """
        today = self.clock.today()
        with self.look() as readers:
            idle = [
                (kept.reference, readers.debit_lists.last_collected(kept.contract, kept.payer))
                for kept in readers.mandates.idle_since(today - _SHORTEST)
            ]
        return sum(self._lapse(reference, used, today) for reference, used in idle)

    def _lapse(self, reference: MandateReference, used: date | None, today: date) -> bool:
        with self.begin() as work:
            kept = work.mandates.hold(reference)
            if kept.ended_on is not None:
                return False
            if used is not None and used > _known_use(kept):
                kept = attrs.evolve(
                    kept,
                    first_collected_on=kept.first_collected_on or used,
                    last_collected_on=used,
                )
                work.mandates.save(kept)
            if state_of(kept, today) is not MandateState.LAPSED:
                return False
            work.mandates.save(attrs.evolve(kept, ended_on=today))
            self._tell(work, kept, today)
            work.audit.add(
                Entry(
                    at=self.clock.now(),
                    actor=Actor.portal(),
                    gesture=Gesture.MANDATE_LAPSED,
                    subject=str(reference),
                )
            )
            return True

    def _tell(self, work: Work, kept: KeptMandate, today: date) -> None:
        """Tell who sees the contract, unless nobody wants it debited any more."""
        tenures = {each.contract: each for each in work.tenures.of_payer(kept.payer)}
        tenure = tenures.get(kept.contract)
        if (
            tenure is None
            or not tenure.days.holds(today)
            or tenure.payment_mode is PaymentMode.ON_INVOICE
        ):
            return
        for account in work.links.accounts_of(kept.payer):
            work.record(
                MandateLapsed(
                    at=self.clock.now(),
                    contract=str(kept.contract),
                    mandate=str(kept.reference),
                    account=str(account),
                )
            )


def _known_use(kept: KeptMandate) -> date:
    return kept.last_collected_on or kept.activated_on or kept.evidence.at.date()

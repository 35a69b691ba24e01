"""Who wants invoices by mail, or on paper again, is told to the billing system."""

from collections.abc import Callable, Sequence
from datetime import date

import attrs

from siegvo.application.exchange.leaving import mark_exported
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look
from siegvo.application.readers.e_invoices import LeavingEInvoice
from siegvo.application.repositories.audit import Entry
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture

HandOverEInvoices = Callable[[Sequence[LeavingEInvoice]], object]
"""Write them where the billing system will find them; return when they are safe there."""


@attrs.frozen(kw_only=True)
class ExportEInvoices:
    """Hand over what was asked about invoices by mail."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(
        self, *, since: date | None, hand_over: HandOverEInvoices, actor: Actor | None = None
    ) -> int:
        """Hand over what is only registered, and what was exported since a day; return how many.

        Requests become exported only once `hand_over` has returned: one may leave twice, never
        not at all.

        Raises:
            DatabaseUnavailable: it cannot be reached, is locked or full.
        """
        with self.look() as readers:
            due = readers.e_invoice_lists.to_export(since)
        hand_over(due)
        fresh = [each.reference for each in due if each.is_fresh]
        if due:
            with self.begin() as work:
                now = self.clock.now()
                mark_exported(work, fresh, at=now)
                work.audit.add(
                    Entry(
                        at=now,
                        actor=actor or Actor.portal(),
                        gesture=Gesture.E_INVOICES_EXPORTED,
                        subject=f"{len(due)} requests, {len(fresh)} for the first time",
                    )
                )
        return len(due)

"""How invoices come was to change, and an import shows that it has."""

import attrs

from siegvo.application.e_invoice_desk import EInvoiceDesk
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.readers.e_invoices import ShownEInvoice
from siegvo.domain.billing.e_invoicing import granted


@attrs.frozen(kw_only=True)
class CloseEInvoices:
    """End the requests about invoices by mail that the billing system has answered."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(self) -> int:
        """Return how many requests ended; every account of their payers is told."""
        with self.look() as readers:
            shown = readers.e_invoice_lists.shown()
        if not shown:
            return 0
        with self.begin() as work:
            return sum(self._close(work, each) for each in shown)

    def _close(self, work: Work, shown: ShownEInvoice) -> int:
        work.links.hold(shown.payer)
        pending = work.e_invoices.pending(shown.contract, shown.payer)
        desk = EInvoiceDesk(work=work, now=self.clock.now())
        return sum(desk.grant(wish) for wish in granted(pending, shown=shown.has_e_invoice))

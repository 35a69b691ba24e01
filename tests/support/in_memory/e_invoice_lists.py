"""What leaves and comes back about invoices by mail, from memory."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import attrs

from siegvo.application.readers.e_invoices import LeavingEInvoice, ShownEInvoice
from siegvo.domain.billing.e_invoicing import EInvoiceWish
from siegvo.domain.requests.request import RequestState
from tests.support.in_memory.work import InMemoryWork


@attrs.frozen
class InMemoryEInvoiceLists:
    work: InMemoryWork

    def to_export(self, since: date | None) -> tuple[LeavingEInvoice, ...]:
        return tuple(
            LeavingEInvoice(
                reference=wish.reference,
                contract=wish.contract,
                payer=wish.payer,
                wanted=wish.wanted,
                asked_at=wish.asked_at,
                is_fresh=wish.state is RequestState.REGISTERED,
            )
            for wish in self.work.e_invoices.wishes()
            if wish.state is RequestState.REGISTERED or self._left(wish, since)
        )

    def _left(self, wish: EInvoiceWish, since: date | None) -> bool:
        if since is None:
            return False
        morning = datetime.combine(since, time(), ZoneInfo("Europe/Paris"))
        steps = self.work.requests.of(wish.reference).steps
        return any(each.state is RequestState.EXPORTED and each.at >= morning for each in steps)

    def shown(self) -> tuple[ShownEInvoice, ...]:
        shown = {
            (wish.payer, wish.contract, wish.wanted)
            for wish in self.work.e_invoices.wishes()
            if not wish.state.is_final
            and any(
                each.contract == wish.contract and each.has_e_invoice is wish.wanted
                for each in self.work.tenures.of_payer(wish.payer)
            )
        }
        return tuple(
            ShownEInvoice(contract=contract, payer=payer, has_e_invoice=wanted)
            for payer, contract, wanted in sorted(shown)
        )

"""A subscriber takes back what they asked."""

import attrs

from siegvo.application.e_invoice_desk import EInvoiceDesk
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.application.requests.noting import note
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.events import RequestCancelled
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState


@attrs.frozen(kw_only=True)
class CancelRequest:
    """Cancel a request that the service has not begun to deal with."""

    begin: Begin
    clock: Clock

    def __call__(
        self, *, account: AccountId, reference: RequestReference, origin: str = ""
    ) -> None:
        """Cancel it, and have a letter say so; what is cancelled already stays so.

        Raises:
            RequestNotFound: it does not exist, or is not theirs.
            RequestNotCancellable: it is no longer only registered, or is a reading or a link.
        """
        now = self.clock.now()
        with self.begin() as work:
            request = work.requests.hold(reference)
            if request.account != account:
                raise RequestNotFound(reference)
            if request.state is RequestState.CANCELLED:
                return
            work.requests.save(request.cancelled(at=now))
            if wish := work.e_invoices.wish(reference):
                EInvoiceDesk(work=work, now=now).taken_back(wish)
            else:
                work.record(
                    RequestCancelled(
                        at=now,
                        reference=str(reference),
                        account=str(account),
                        kind=request.kind.value,
                    )
                )
            actor = Actor.subscriber(account)
            note(work, reference, Gesture.REQUEST_CANCELLED, actor=actor, at=now, origin=origin)

"""What subscribers asked of their contracts and an import shows as granted, is done."""

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.domain.requests.events import RequestClosed
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState


@attrs.frozen(kw_only=True)
class CloseGranted:
    """End the terminations of contracts that have ended, and tell who asked for them."""

    begin: Begin
    look: Look
    clock: Clock

    def __call__(self) -> int:
        """Return how many requests ended."""
        with self.look() as readers:
            granted = readers.request_sheets.granted()
        if not granted:
            return 0
        with self.begin() as work:
            return sum(self._close(work, reference) for reference in granted)

    def _close(self, work: Work, reference: RequestReference) -> bool:
        """End one; somebody may have done so meanwhile."""
        request, now = work.requests.hold(reference), self.clock.now()
        if request.state.is_final or request.account is None:
            return False
        work.requests.save(request.become(RequestState.DONE, at=now))
        work.record(
            RequestClosed(
                at=now,
                reference=str(reference),
                account=str(request.account),
                kind=request.kind.value,
            )
        )
        return True

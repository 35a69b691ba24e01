"""Staff decide about the links that wait for them."""

from datetime import datetime

import attrs

from siegvo.application.contracts.make_link import keep_link
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.readers.links import WaitingLink
from siegvo.application.repositories.accounts import AccountNotFound
from siegvo.application.repositories.audit import Entry
from siegvo.domain.contracts.link import Link
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.asked import Asked, answer_to
from siegvo.domain.requests.events import LinkTurnedDown
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.link_request import LinkRequest
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest


@attrs.frozen
class ListWaitingLinks:
    """Show staff the links that wait for them, and those that are disputed."""

    look: Look

    def __call__(self) -> tuple[WaitingLink, ...]:
        """Return them, the oldest first."""
        with self.look() as readers:
            return readers.link_lists.waiting()


@attrs.frozen(kw_only=True)
class ApproveLink:
    """Grant what was asked: make the link, or close a dispute that staff saw to."""

    begin: Begin
    clock: Clock

    def __call__(self, reference: RequestReference, *, actor: Actor) -> None:
        """Grant it, and tell those concerned.

        Raises:
            RequestNotFound: no request about a link bears this reference.
            RequestCannotBecome: it was decided already.
            AccountNotFound: whoever asked has left the portal.
        """
        now = self.clock.now()
        with self.begin() as work:
            asked, request = _read(work, reference)
            if request.account is None:
                raise AccountNotFound
            work.requests.save(request.become(RequestState.DONE, at=now))
            if request.kind is RequestKind.LINK:
                work.links.hold(asked.payer)
                keep_link(work, _link(asked, request, now))
            _note(work, asked, Gesture.LINK_APPROVED, actor=actor, at=now)


@attrs.frozen(kw_only=True)
class RefuseLink:
    """Turn down what was asked, for a reason that is told."""

    begin: Begin
    clock: Clock

    def __call__(self, reference: RequestReference, *, reason: str, actor: Actor) -> None:
        """Turn it down.

        Raises:
            AnswerMissing, AnswerTooLong, AnswerGarbled: about the reason.
            RequestNotFound: no request about a link bears this reference.
            RequestCannotBecome: it was decided already.
        """
        words, now = answer_to(Asked.REASON, reason), self.clock.now()
        with self.begin() as work:
            asked, request = _read(work, reference)
            work.requests.save(request.become(RequestState.REFUSED, at=now, reason=words))
            if request.account is not None:
                work.record(
                    LinkTurnedDown(
                        at=now,
                        reference=str(reference),
                        account=str(request.account),
                        reason=words,
                        is_dispute=request.kind is RequestKind.LINK_DISPUTE,
                    )
                )
            _note(work, asked, Gesture.LINK_REFUSED, actor=actor, at=now)


def _read(work: Work, reference: RequestReference) -> tuple[LinkRequest, ServiceRequest]:
    return work.link_requests.of(reference), work.requests.of(reference)


def _link(asked: LinkRequest, request: ServiceRequest, now: datetime) -> Link:
    if request.account is None or request.contract is None:
        raise AccountNotFound
    return Link(
        account=request.account, payer=asked.payer, proved_by=request.contract, linked_at=now
    )


def _note(work: Work, asked: LinkRequest, gesture: Gesture, *, actor: Actor, at: datetime) -> None:
    subject = f"{asked.reference} {asked.payer}"
    work.audit.add(Entry(at=at, actor=actor, gesture=gesture, subject=subject))

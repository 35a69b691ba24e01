"""Staff deal with a request: take it up, answer it, close it, or refuse it."""

from collections.abc import Sequence
from datetime import datetime

import attrs

from siegvo.application.ports.attachments import AttachmentFiles, SentFile
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Begin
from siegvo.application.requests.attaching import AttachingDesk
from siegvo.application.requests.noting import note
from siegvo.domain.errors import Refused
from siegvo.domain.events import Event
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.asked import Asked, answer_to
from siegvo.domain.requests.events import (
    ContactAnswered,
    RequestAnswered,
    RequestClosed,
    RequestRefused,
    RequestStarted,
)
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author, Message, MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest


@attrs.frozen
class NobodyToAnswer(Refused):
    """Its author has left the portal: nobody would read it."""

    reference: RequestReference


@attrs.frozen(kw_only=True)
class AnswerRequest:
    """Write to the author of a request, whose turn it is then.

    Somebody without an account is told by letter what was written.
    """

    begin: Begin
    clock: Clock
    files: AttachmentFiles

    def __call__(
        self,
        reference: RequestReference,
        *,
        message: MessageText,
        attachments: Sequence[SentFile] = (),
        actor: Actor,
    ) -> None:
        """Keep the message, and have a letter tell that there is one.

        What was closed stays closed.  Of two clerks who answer at once, both are heard.

        Raises:
            RequestNotFound: nothing bears this reference.
            RequestTakesNoMessage: it was cancelled, or is a reading or a link.
            NobodyToAnswer: its author has left the portal.
            TooManyAttachments, AttachmentRefused: about what is attached.
            AttachmentsUnavailable: files cannot be checked or kept just now.
        """
        desk = AttachingDesk(self.files)
        with desk.keeping(desk.clean(attachments)) as kept, self.begin() as work:
            now = self.clock.now()
            request = work.requests.hold(reference)
            answered = request.answered(at=now)
            if request.account is None and request.kind is not RequestKind.CONTACT:
                raise NobodyToAnswer(reference)
            work.requests.save(answered)
            work.threads.add(
                reference,
                Message(author=Author.STAFF, at=now, text=message, attachments=kept.use()),
            )
            work.record(_answered(answered, at=now))
            note(work, reference, Gesture.REQUEST_ANSWERED, actor=actor, at=now)


@attrs.frozen(kw_only=True)
class StartRequest:
    """Take a request up."""

    begin: Begin
    clock: Clock

    def __call__(self, reference: RequestReference, *, actor: Actor) -> None:
        """Say that it is in progress, and tell its author.

        Raises:
            RequestNotFound: nothing bears this reference.
            RequestDecidedElsewhere: a reading or a link.
            RequestCannotBecome: it is so already, or was cancelled.
        """
        now = self.clock.now()
        with self.begin() as work:
            request = work.requests.hold(reference)
            work.requests.save(request.decided(RequestState.IN_PROGRESS, at=now))
            if request.account:
                work.record(
                    RequestStarted(
                        at=now,
                        reference=str(reference),
                        account=str(request.account),
                        kind=request.kind.value,
                    )
                )
            note(work, reference, Gesture.REQUEST_STARTED, actor=actor, at=now)


@attrs.frozen(kw_only=True)
class CloseRequest:
    """Say that what was asked is done."""

    begin: Begin
    clock: Clock

    def __call__(
        self,
        reference: RequestReference,
        *,
        message: MessageText | None = None,
        actor: Actor,
    ) -> None:
        """Close it, with a last word if there is one, and tell its author.

        Raises:
            RequestNotFound: nothing bears this reference.
            RequestDecidedElsewhere: a reading or a link.
            RequestCannotBecome: it is closed already.
        """
        now = self.clock.now()
        with self.begin() as work:
            request = work.requests.hold(reference)
            work.requests.save(request.decided(RequestState.DONE, at=now))
            if message is not None:
                said = Message(author=Author.STAFF, at=now, text=message)
                work.threads.add(reference, said)
            if request.account:
                work.record(
                    RequestClosed(
                        at=now,
                        reference=str(reference),
                        account=str(request.account),
                        kind=request.kind.value,
                    )
                )
            note(work, reference, Gesture.REQUEST_CLOSED, actor=actor, at=now)


@attrs.frozen(kw_only=True)
class RefuseRequest:
    """Refuse what was asked, for a reason that is told."""

    begin: Begin
    clock: Clock

    def __call__(self, reference: RequestReference, *, reason: str, actor: Actor) -> None:
        """Refuse it, and tell its author the reason, in the words given.

        Raises:
            AnswerMissing, AnswerTooLong: about the reason.
            RequestNotFound: nothing bears this reference.
            RequestDecidedElsewhere: a reading or a link.
            RequestCannotBecome: it is closed already.
        """
        words, now = answer_to(Asked.REASON, reason), self.clock.now()
        with self.begin() as work:
            request = work.requests.hold(reference)
            work.requests.save(request.decided(RequestState.REFUSED, at=now, reason=words))
            if request.account:
                work.record(
                    RequestRefused(
                        at=now,
                        reference=str(reference),
                        account=str(request.account),
                        kind=request.kind.value,
                        reason=words,
                    )
                )
            note(work, reference, Gesture.REQUEST_REFUSED, actor=actor, at=now)


def _answered(request: ServiceRequest, *, at: datetime) -> Event:
    reference = str(request.reference)
    if request.account is None:
        return ContactAnswered(at=at, reference=reference)
    return RequestAnswered(
        at=at,
        reference=reference,
        account=str(request.account),
        kind=request.kind.value,
        awaits_reply=request.state is RequestState.AWAITING_SUBSCRIBER,
    )

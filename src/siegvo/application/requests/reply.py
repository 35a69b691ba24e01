"""A subscriber writes again about what they asked."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import attrs

from siegvo.application.ports.attachments import AttachmentFiles, SentFile
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.application.repositories.submissions import Submission
from siegvo.application.requests.attaching import AttachingDesk, check_room, told_apart
from siegvo.application.requests.noting import note
from siegvo.application.requests.throttles import of_reply
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.asked import AnswerMissing, Asked
from siegvo.domain.requests.events import RequestReopened
from siegvo.domain.requests.message import Author, Message, MessageText
from siegvo.domain.requests.reference import RequestReference

_DONE = "written"


@attrs.frozen(kw_only=True)
class Reply:
    """Add a message to the thread of a request of one's own."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash
    files: AttachmentFiles

    def __call__(
        self,
        *,
        account: AccountId,
        reference: RequestReference,
        message: MessageText | None = None,
        attachments: Sequence[SentFile] = (),
        submission: UUID | None = None,
        origin: str = "",
    ) -> None:
        """Keep it.  A request that waited for its author, or was closed, is in progress again.

        The same `submission` twice is one message.

        Raises:
            AnswerMissing: neither words nor files.
            RequestNotFound: it does not exist, or is not theirs.
            RequestTakesNoMessage: it was cancelled, or is a reading or a link.
            TooManyAttachments, AttachmentRefused, AttachmentsFull: about what is attached.
            TooManyAttempts: thirty messages in a day are enough.
            SubmissionReused: this `submission` came before with other content.
            AttachmentsUnavailable: files cannot be checked or kept just now.
        """
        if message is None and not attachments:
            raise AnswerMissing(about=Asked.MESSAGE)
        desk = AttachingDesk(self.files)
        clean = desk.clean(attachments)
        form = submission and Submission(
            author=str(account),
            action="reply",
            id=submission,
            content=f"{reference} {message!r} {told_apart(clean)}",
        )
        with desk.keeping(clean) as kept, self.begin() as work:
            now = self.clock.now()
            if form and work.submissions.claim(form, at=now):
                return
            self._check_may_write(work, account, now)
            check_room(work, account, kept.attachments)
            said = Message(
                author=Author.SUBSCRIBER, at=now, text=message, attachments=kept.attachments
            )
            _write(work, account, reference, said)
            kept.use()
            actor = Actor.subscriber(account)
            note(work, reference, Gesture.REQUEST_REPLIED, actor=actor, at=now, origin=origin)
            if form:
                work.submissions.settle(form, _DONE)

    def _check_may_write(self, work: Work, account: AccountId, now: datetime) -> None:
        work.accounts.hold(account)
        throttle = of_reply(self.keyed_hash, account)
        throttle.hold(work.attempts, now=now)
        throttle.count(work.attempts, at=now)


def _write(work: Work, account: AccountId, reference: RequestReference, said: Message) -> None:
    request = work.requests.hold(reference)
    if request.account != account:
        raise RequestNotFound(reference)
    work.requests.save(request.replied(at=said.at))
    work.threads.add(reference, said)
    if request.state.is_final:
        work.record(
            RequestReopened(
                at=said.at,
                reference=str(reference),
                account=str(account),
                kind=request.kind.value,
            )
        )

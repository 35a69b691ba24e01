"""A subscriber, or somebody who wants to become one, asks something of the service."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import attrs

from siegvo.application.ports.attachments import AttachmentFiles, SentFile
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.submissions import Submission
from siegvo.application.requests.attaching import AttachingDesk, check_room, told_apart
from siegvo.application.requests.claiming import note_claim
from siegvo.application.requests.noting import note
from siegvo.application.requests.throttles import of_request
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.asked import AnswerMissing, Asked
from siegvo.domain.requests.attachment import Attachment
from siegvo.domain.requests.cap_claim import CapClaim
from siegvo.domain.requests.content import NEEDS_WORDS, RequestContent, kind_of
from siegvo.domain.requests.events import RequestSent
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author, Message, MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step


@attrs.frozen(kw_only=True)
class SendRequest:
    """Ask for water, end a contract, tell of a leak, or write about anything else."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash
    files: AttachmentFiles

    def __call__(
        self,
        *,
        account: AccountId,
        content: RequestContent,
        contract: ContractNumber | None = None,
        message: MessageText | None = None,
        attachments: Sequence[SentFile] = (),
        submission: UUID | None = None,
        origin: str = "",
    ) -> RequestReference:
        """Register what is asked, have a letter say so, and return its number.

        What `content` is says of which kind the request is.  A contract, where one is named,
        is one the account sees; one that is to end still runs.  The same `submission` twice is
        one request.

        Raises:
            AnswerMissing: a leak or another matter without a `message`.
            ContractMissing, LeakNowhere, ClaimWithoutContract: what `content` is about is not said.
            RepairNotTold, CertificateMissing: a bill to be capped, without what the law wants.
            DayTooFarAhead, DayTooLongAgo, DayNotPassedYet, BirthdayUnlikely: about its days.
            ContractNotFound: the account is not linked to this contract.
            ContractEnded: the contract that is to end has ended.
            TooManyAttachments, AttachmentRefused, AttachmentsFull: about what is attached.
            TooManyAttempts: ten requests in a day are enough.
            SubmissionReused: this `submission` came before with other content.
            AttachmentsUnavailable: files cannot be checked or kept just now.
        """
        if message is None and isinstance(content, NEEDS_WORDS):
            raise AnswerMissing(about=Asked.MESSAGE)
        content.check(contract=contract, today=self.clock.today())
        if isinstance(content, CapClaim):
            content.check_certificate(is_attached=bool(attachments))
        desk = AttachingDesk(self.files)
        clean = desk.clean(attachments)
        form = submission and Submission(
            author=str(account),
            action="send request",
            id=submission,
            content=f"{contract} {content!r} {message!r} {told_apart(clean)}",
        )
        with desk.keeping(clean) as kept, self.begin() as work:
            now = self.clock.now()
            if form and (outcome := work.submissions.claim(form, at=now)):
                return RequestReference.parse(outcome)
            self._check_may_ask(work, account, content, contract, now)
            check_room(work, account, kept.attachments)
            request = self._register(work, account, content, contract, now)
            reference = request.reference
            _say(work, request, message, kept.use())
            note_claim(work, request, content, account=account, on=self.clock.today())
            actor = Actor.subscriber(account)
            note(work, reference, Gesture.REQUEST_SENT, actor=actor, at=now, origin=origin)
            if form:
                work.submissions.settle(form, str(reference))
        return reference

    def _check_may_ask(
        self,
        work: Work,
        account: AccountId,
        content: RequestContent,
        contract: ContractNumber | None,
        now: datetime,
    ) -> None:
        work.accounts.hold(account)
        throttle = of_request(self.keyed_hash, account)
        throttle.hold(work.attempts, now=now)
        if contract:
            tenure = work.tenures.held_by(account, contract)
            if kind_of(content) is RequestKind.TERMINATION:
                tenure.check_runs_on(self.clock.today())
        throttle.count(work.attempts, at=now)

    def _register(
        self,
        work: Work,
        account: AccountId,
        content: RequestContent,
        contract: ContractNumber | None,
        now: datetime,
    ) -> ServiceRequest:
        request = ServiceRequest(
            reference=work.requests.new_reference(self.clock.today().year),
            kind=kind_of(content),
            account=account,
            contract=contract,
            steps=(Step(state=RequestState.REGISTERED, at=now),),
        )
        work.requests.add(request)
        work.threads.open(request.reference, content)
        work.record(
            RequestSent(
                at=now,
                reference=str(request.reference),
                account=str(account),
                kind=request.kind.value,
            )
        )
        return request


def _say(
    work: Work,
    request: ServiceRequest,
    text: MessageText | None,
    attachments: tuple[Attachment, ...],
) -> None:
    if text is None and not attachments:
        return
    work.threads.add(
        request.reference,
        Message(author=Author.SUBSCRIBER, at=request.asked_at, text=text, attachments=attachments),
    )

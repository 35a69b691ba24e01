"""Anybody writes to the service, with or without an account."""

from datetime import datetime
from uuid import UUID

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.work import Begin, Work
from siegvo.application.repositories.submissions import Submission
from siegvo.application.requests.noting import note
from siegvo.application.requests.throttles import of_contact
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture
from siegvo.domain.requests.contact import Contact
from siegvo.domain.requests.content import OtherMatter
from siegvo.domain.requests.events import ContactSent
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author, Message, MessageText
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step

_ANYBODY = "anybody"


@attrs.frozen(kw_only=True)
class ContactService:
    """Number a message, have it sent to the service, and a copy to whoever wrote it."""

    begin: Begin
    clock: Clock
    keyed_hash: KeyedHash

    def __call__(
        self,
        *,
        name: str,
        email: EmailAddress,
        subject: str,
        message: MessageText,
        contract: ContractNumber | None = None,
        submission: UUID | None = None,
        origin: str = "",
    ) -> RequestReference:
        """Register the message, and return its number.

        `name` and `subject` are lines as `answer_to` reads them.  The contract is what they
        say it is: nothing is looked up, nothing shown.  The same `submission` twice is one
        message.

        Raises:
            TooManyAttempts: to this mailbox, or from this place.
            SubmissionReused: this `submission` came before with other content.
        """
        now = self.clock.now()
        throttle = of_contact(self.keyed_hash, email, origin=origin)
        form = submission and Submission(
            author=_ANYBODY,
            action="contact service",
            id=submission,
            content=f"{name!r} {email} {subject!r} {message!r} {contract}",
        )
        with self.begin() as work:
            if form and (outcome := work.submissions.claim(form, at=now)):
                return RequestReference.parse(outcome)
            throttle.hold(work.attempts, now=now)
            throttle.count(work.attempts, at=now)
            reference = self._register(work, subject, message, now=now)
            work.contacts.add(
                Contact(reference=reference, name=name, email=email, contract=contract)
            )
            work.record(ContactSent(at=now, reference=str(reference)))
            actor = Actor.stranger()
            note(work, reference, Gesture.SERVICE_CONTACTED, actor=actor, at=now, origin=origin)
            if form:
                work.submissions.settle(form, str(reference))
        return reference

    def _register(
        self, work: Work, subject: str, text: MessageText, *, now: datetime
    ) -> RequestReference:
        """Keep it as of `now`: by that moment the letters find what they quote."""
        reference = work.requests.new_reference(self.clock.today().year)
        work.requests.add(
            ServiceRequest(
                reference=reference,
                kind=RequestKind.CONTACT,
                account=None,
                contract=None,
                steps=(Step(state=RequestState.REGISTERED, at=now),),
            )
        )
        work.threads.open(reference, OtherMatter(subject=subject))
        work.threads.add(reference, Message(author=Author.SUBSCRIBER, at=now, text=text))
        return reference

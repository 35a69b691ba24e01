"""Somebody asks for an account."""

from uuid import UUID

import attrs

from siegvo.application.accounts.throttles import of_registration
from siegvo.application.ports.clock import Clock
from siegvo.application.ports.ids import NewId
from siegvo.application.ports.keyed_hash import KeyedHash
from siegvo.application.ports.passwords import Guesser, Hasher
from siegvo.application.ports.work import Begin, Look, Work
from siegvo.application.repositories.audit import Entry
from siegvo.application.repositories.submissions import Submission
from siegvo.domain.accounts.account import Account
from siegvo.domain.accounts.events import RegistrationAsked, RegistrationOfKnownAddress
from siegvo.domain.accounts.password import Password, PasswordTooCommon
from siegvo.domain.accounts.registration import Registration, RegistrationId
from siegvo.domain.kernel.actor import Actor
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.kernel.gesture import Gesture


@attrs.frozen(kw_only=True)
class Register:
    """Keep an attempt at opening an account until its mailbox answers.

    An address that has an account already is treated alike, down to the kept attempt: only
    the letter differs, and only its mailbox reads it.
    """

    begin: Begin
    look: Look
    clock: Clock
    new_id: NewId
    hasher: Hasher
    guesser: Guesser
    keyed_hash: KeyedHash

    def __call__(
        self,
        *,
        email: EmailAddress,
        password: Password,
        origin: str = "",
        submission: UUID | None = None,
    ) -> None:
        """Keep the attempt, and have its mailbox written to; once for one `submission`.

        `origin` is the network address it comes from; without one, no place is slowed down.

        Raises:
            PasswordTooShort, PasswordTooSimple, PasswordTooCommon: choose another one.
            TooManyAttempts: for this mailbox, or from this place.
            HasherBusy: try again in a moment.
            SubmissionReused: this `submission` came before with another address.
        """
        password.check_strength()
        throttle = of_registration(self.keyed_hash, email, origin=origin)
        with self.look() as readers:
            throttle.check(readers.attempts, now=self.clock.now())
        if self.guesser.guesses(password, email.words):
            raise PasswordTooCommon
        registration = Registration(
            id=RegistrationId(self.new_id()),
            email=email,
            password_hash=self.hasher.hash(password),
            registered_at=self.clock.now(),
        )
        with self.begin() as work:
            if submission and _came_before(work, registration, submission):
                return
            throttle.hold(work.attempts, now=registration.registered_at)
            throttle.count(work.attempts, at=registration.registered_at)
            work.registrations.add(registration)
            work.record(_announcement(registration, work.accounts.with_email(email)))
            work.audit.add(_entry(registration, origin))


def _came_before(work: Work, registration: Registration, submission: UUID) -> bool:
    """Claim the form; its password is no part of what is compared, not even hashed."""
    form = Submission(
        author="stranger", action="register", id=submission, content=registration.email.key
    )
    if work.submissions.claim(form, at=registration.registered_at):
        return True
    work.submissions.settle(form, str(registration.id))
    return False


def _announcement(
    registration: Registration, known: Account | None
) -> RegistrationAsked | RegistrationOfKnownAddress:
    at = registration.registered_at
    if known:
        return RegistrationOfKnownAddress(at=at, account=str(known.id))
    return RegistrationAsked(at=at, registration=str(registration.id))


def _entry(registration: Registration, origin: str) -> Entry:
    return Entry(
        at=registration.registered_at,
        actor=Actor.stranger(),
        gesture=Gesture.REGISTERED,
        subject=str(registration.id),
        origin=origin,
    )

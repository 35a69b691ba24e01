"""Which fact about a service request is told to whom, by which letter."""

from functools import singledispatch

from siegvo.application.notifications.drafts import (
    AboutContact,
    Draft,
    LetterKind,
    ToAccount,
    account_id,
)
from siegvo.domain.events import Event
from siegvo.domain.requests.events import (
    ContactAnswered,
    ContactSent,
    RequestAnswered,
    RequestCancelled,
    RequestClosed,
    RequestRefused,
    RequestReopened,
    RequestSent,
    RequestStarted,
)
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.reference import RequestReference

RequestEvent = (
    RequestSent
    | RequestAnswered
    | RequestStarted
    | RequestClosed
    | RequestRefused
    | RequestCancelled
    | RequestReopened
)


@singledispatch
def about_request(event: Event) -> tuple[Draft, ...]:
    """Return the letters that `event` calls for; for many events, none."""
    del event
    return ()


@about_request.register
def _contact_sent(event: ContactSent) -> tuple[Draft, ...]:
    return (
        _about_contact(LetterKind.CONTACT_COPY, event),
        _about_contact(LetterKind.CONTACT_RECEIVED, event),
    )


@about_request.register
def _contact_answered(event: ContactAnswered) -> tuple[Draft, ...]:
    return (_about_contact(LetterKind.CONTACT_ANSWERED, event),)


@about_request.register
def _sent(event: RequestSent) -> tuple[Draft, ...]:
    return (_letter(LetterKind.REQUEST_RECEIVED, event),)


@about_request.register
def _answered(event: RequestAnswered) -> tuple[Draft, ...]:
    return (_letter(LetterKind.REQUEST_ANSWERED, event, awaits_reply=event.awaits_reply),)


@about_request.register
def _started(event: RequestStarted) -> tuple[Draft, ...]:
    return (_letter(LetterKind.REQUEST_STARTED, event),)


@about_request.register
def _closed(event: RequestClosed) -> tuple[Draft, ...]:
    return (_letter(LetterKind.REQUEST_CLOSED, event),)


@about_request.register
def _refused(event: RequestRefused) -> tuple[Draft, ...]:
    return (_letter(LetterKind.REQUEST_REFUSED, event, reason=event.reason),)


@about_request.register
def _cancelled(event: RequestCancelled) -> tuple[Draft, ...]:
    return (_letter(LetterKind.REQUEST_CANCELLED, event),)


@about_request.register
def _reopened(event: RequestReopened) -> tuple[Draft, ...]:
    return (_letter(LetterKind.REQUEST_REOPENED, event),)


def _letter(kind: LetterKind, event: RequestEvent, **facts: object) -> ToAccount:
    return ToAccount(
        kind=kind,
        account=account_id(event.account),
        facts={
            "at": event.at,
            "reference": RequestReference.parse(event.reference),
            "about": RequestKind(event.kind),
            **facts,
        },
    )


def _about_contact(kind: LetterKind, event: ContactSent | ContactAnswered) -> AboutContact:
    reference = RequestReference.parse(event.reference)
    return AboutContact(kind=kind, reference=reference, written_at=event.at)

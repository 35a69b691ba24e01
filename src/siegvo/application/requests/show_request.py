"""A request is looked at: its history, what it asks, and what was written."""

from typing import Self

import attrs

from siegvo.application.ports.clock import Clock
from siegvo.application.ports.work import Look
from siegvo.application.readers.requests import RequestSheet
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.contact import Contact
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.mediation import Mediation, mediation_of
from siegvo.domain.requests.message import Message
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import ServiceRequest


@attrs.frozen(kw_only=True)
class RequestView:
    """A request and its thread, in order; `content` is what a form asked, if one did.

    `mediation` is there while staff owe an answer.  `email` is its author's, nothing once
    they have left the portal.  `contact` says who it is that wrote without an account.
    """

    request: ServiceRequest
    content: RequestContent | None
    messages: tuple[Message, ...]
    mediation: Mediation | None
    email: EmailAddress | None
    contact: Contact | None = None

    @classmethod
    def of(cls, sheet: RequestSheet, *, clock: Clock, contact: Contact | None = None) -> Self:
        """Add what depends on the day to what is kept."""
        return cls(
            request=sheet.request,
            content=sheet.content,
            messages=sheet.messages,
            mediation=mediation_of(sheet.request, sheet.messages, now=clock.now()),
            email=sheet.email,
            contact=contact,
        )


@attrs.frozen
class ShowRequest:
    """Show an account one of the requests it made."""

    look: Look
    clock: Clock

    def __call__(self, *, account: AccountId, reference: RequestReference) -> RequestView:
        """Return it.

        Raises:
            RequestNotFound: it does not exist, or is not theirs.
        """
        with self.look() as readers:
            sheet = readers.request_sheets.mine(account, reference)
        return RequestView.of(sheet, clock=self.clock)


@attrs.frozen
class ShowAnyRequest:
    """Show staff a request, whoever made it."""

    look: Look
    clock: Clock

    def __call__(self, reference: RequestReference) -> RequestView:
        """Return it.

        Raises:
            RequestNotFound: nothing bears this reference.
        """
        with self.look() as readers:
            sheet = readers.request_sheets.of(reference)
            is_contact = sheet.request.kind is RequestKind.CONTACT
            contact = readers.contacts.of(reference) if is_contact else None
        return RequestView.of(sheet, clock=self.clock, contact=contact)

"""Where it is kept whom to answer."""

from typing import Protocol

from siegvo.domain.requests.contact import Contact
from siegvo.domain.requests.reference import RequestReference


class Contacts(Protocol):
    def add(self, contact: Contact) -> None:
        """Keep who wrote; the request is kept already."""

    def of(self, reference: RequestReference) -> Contact:
        """Return who wrote.

        Raises:
            RequestNotFound: nobody did, by that form.
        """

"""Whom to answer, in memory."""

import attrs

from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.requests.contact import Contact
from siegvo.domain.requests.reference import RequestReference


@attrs.define
class InMemoryContacts:
    kept: dict[RequestReference, Contact] = attrs.Factory(dict)

    def add(self, contact: Contact) -> None:
        self.kept[contact.reference] = contact

    def of(self, reference: RequestReference) -> Contact:
        if reference not in self.kept:
            raise RequestNotFound(reference)
        return self.kept[reference]

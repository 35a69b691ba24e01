"""Whom to answer, in SQL."""

import attrs
from sqlalchemy import Connection, insert, select

from siegvo.adapters.sql.tables.contacts import contacts
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.contact import Contact
from siegvo.domain.requests.reference import RequestReference


@attrs.frozen
class SqlContacts:
    """`Contacts`, in the table of that name."""

    connection: Connection

    def add(self, contact: Contact) -> None:
        self.connection.execute(
            insert(contacts).values(
                reference=str(contact.reference),
                name=contact.name,
                email=contact.email.text,
                contract=contact.contract and contact.contract.digits,
            )
        )

    def of(self, reference: RequestReference) -> Contact:
        row = self.connection.execute(
            select(contacts).where(contacts.c.reference == str(reference))
        ).one_or_none()
        if row is None:
            raise RequestNotFound(reference)
        return Contact(
            reference=reference,
            name=row.name,
            email=EmailAddress(row.email),
            contract=ContractNumber(row.contract) if row.contract else None,
        )

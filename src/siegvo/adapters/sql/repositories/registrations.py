"""Attempts at opening an account, in SQL."""

from datetime import datetime
from typing import Any

import attrs
from sqlalchemy import Connection, Row, delete, insert, select

from siegvo.adapters.sql.tables.accounts import registrations
from siegvo.application.repositories.accounts import RegistrationNotFound
from siegvo.domain.accounts.registration import Registration, RegistrationId
from siegvo.domain.kernel.email_address import EmailAddress


@attrs.frozen
class SqlRegistrations:
    """`Registrations`, in the table of that name."""

    connection: Connection

    def add(self, registration: Registration) -> None:
        self.connection.execute(insert(registrations).values(_registration_row(registration)))

    def of(self, registration: RegistrationId) -> Registration:
        row = self.connection.execute(
            select(registrations).where(registrations.c.id == registration)
        ).one_or_none()
        if row is None:
            raise RegistrationNotFound
        return _registration(row)

    def latest(self, email: EmailAddress) -> Registration | None:
        row = self.connection.execute(
            select(registrations)
            .where(registrations.c.email_key == email.key)
            .order_by(registrations.c.registered_at.desc(), registrations.c.id.desc())
            .limit(1)
        ).one_or_none()
        return None if row is None else _registration(row)

    def waiting(self, email: EmailAddress) -> tuple[Registration, ...]:
        rows = self.connection.execute(
            select(registrations)
            .where(registrations.c.email_key == email.key)
            .order_by(registrations.c.registered_at, registrations.c.id)
        )
        return tuple(map(_registration, rows))

    def forget(self, email: EmailAddress) -> None:
        self.connection.execute(delete(registrations).where(registrations.c.email_key == email.key))

    def forget_older_than(self, moment: datetime) -> int:
        return self.connection.execute(
            delete(registrations).where(registrations.c.registered_at < moment)
        ).rowcount


def _registration(row: Row[Any]) -> Registration:
    return Registration(
        id=RegistrationId(row.id),
        email=EmailAddress(row.email),
        password_hash=row.password_hash,
        registered_at=row.registered_at,
    )


def _registration_row(registration: Registration) -> dict[str, object]:
    return {
        "id": registration.id,
        "email": registration.email.text,
        "email_key": registration.email.key,
        "password_hash": registration.password_hash,
        "registered_at": registration.registered_at,
    }

"""What requests ask, and what is written about them, in SQL."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Row, bindparam, func, insert, select

from siegvo.adapters.sql.content_codec import encode
from siegvo.adapters.sql.tables.requests import (
    request_attachments,
    request_contents,
    request_messages,
    requests,
)
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.requests.attachment import Attachment, AttachmentKind, AttachmentName
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.message import Author, Message, MessageText
from siegvo.domain.requests.reference import RequestReference

_WEIGHT: Final = (
    select(func.coalesce(func.sum(request_attachments.c.size_bytes), 0))
    .join(requests, requests.c.reference == request_attachments.c.reference)
    .join(
        request_messages,
        (request_messages.c.reference == request_attachments.c.reference)
        & (request_messages.c.rank == request_attachments.c.message),
    )
    .where(
        requests.c.account == bindparam("account"),
        request_messages.c.author == Author.SUBSCRIBER.value,
    )
)
_THREAD: Final = (
    select(
        request_messages,
        request_attachments.c.key,
        request_attachments.c.name,
        request_attachments.c.kind,
        request_attachments.c.size_bytes,
    )
    .outerjoin(
        request_attachments,
        (request_messages.c.reference == request_attachments.c.reference)
        & (request_messages.c.rank == request_attachments.c.message),
    )
    .where(request_messages.c.reference == bindparam("reference"))
    .order_by(request_messages.c.rank, request_attachments.c.place)
)


@attrs.frozen
class SqlThreads:
    """`Threads`, in the tables of contents, messages and attachments."""

    connection: Connection

    def open(self, reference: RequestReference, content: RequestContent) -> None:
        self.connection.execute(
            insert(request_contents).values(reference=str(reference), facts=encode(content))
        )

    def add(self, reference: RequestReference, message: Message) -> None:
        rank = self.connection.execute(
            select(func.count()).where(request_messages.c.reference == str(reference))
        ).scalar_one()
        self.connection.execute(
            insert(request_messages).values(
                reference=str(reference),
                rank=rank,
                author=message.author.value,
                at=message.at,
                text=message.text and message.text.text,
            )
        )
        rows = [
            _attachment_row(attachment, place) | {"reference": str(reference), "message": rank}
            for place, attachment in enumerate(message.attachments)
        ]
        if rows:
            self.connection.execute(insert(request_attachments), rows)

    def weight_of(self, account: AccountId) -> int:
        return int(self.connection.execute(_WEIGHT, {"account": account}).scalar_one())

    def of(self, reference: RequestReference) -> tuple[Message, ...]:
        """Return the messages of a request, in order."""
        rows = self.connection.execute(_THREAD, {"reference": str(reference)})
        return tuple(_message(list(lines)) for _, lines in groupby(rows, key=lambda row: row.rank))


def _message(lines: Sequence[Row[Any]]) -> Message:
    first = lines[0]
    return Message(
        author=Author(first.author),
        at=first.at,
        text=MessageText(first.text) if first.text is not None else None,
        attachments=tuple(_attachment(line) for line in lines if line.key is not None),
    )


def _attachment(row: Row[Any]) -> Attachment:
    return Attachment(
        key=row.key,
        name=AttachmentName(row.name),
        kind=AttachmentKind(row.kind),
        size=row.size_bytes,
    )


def _attachment_row(attachment: Attachment, place: int) -> dict[str, object]:
    return {
        "key": attachment.key,
        "place": place,
        "name": attachment.name.text,
        "kind": attachment.kind.value,
        "size_bytes": attachment.size,
    }

"""Requests as they are listed, shown and exported, from memory."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import attrs

from siegvo.application.readers.requests import (
    LeavingRequest,
    RequestLine,
    RequestSheet,
    StaffLine,
    Wanted,
)
from siegvo.application.repositories.requests import RequestNotFound
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.email_address import EmailAddress
from siegvo.domain.requests.content import OtherMatter
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author
from siegvo.domain.requests.reference import RequestReference
from siegvo.domain.requests.request import RequestState, ServiceRequest
from tests.support.in_memory.work import InMemoryWork


@attrs.frozen
class InMemoryRequestLists:
    work: InMemoryWork

    def of(self, account: AccountId, *, most: int) -> tuple[RequestLine, ...]:
        theirs = [each for each in self.work.requests.kept.values() if each.account == account]
        theirs.sort(key=lambda each: (each.asked_at, each.reference), reverse=True)
        return tuple(self._line(each) for each in theirs[:most])

    def mine(self, account: AccountId, reference: RequestReference) -> RequestLine:
        request = self.work.requests.of(reference)
        if request.account != account:
            raise RequestNotFound(reference)
        return self._line(request)

    def matching(self, wanted: Wanted, *, most: int) -> tuple[StaffLine, ...]:
        found = [each for each in self.work.requests.kept.values() if _matches(each, wanted)]
        found.sort(key=lambda each: (each.asked_at, each.reference))
        return tuple(
            StaffLine(line=self._line(each), email=_email(self.work, each)) for each in found[:most]
        )

    def _line(self, request: ServiceRequest) -> RequestLine:
        content = self.work.threads.contents.get(request.reference)
        return RequestLine(
            reference=request.reference,
            kind=request.kind,
            contract=request.contract,
            state=request.state,
            asked_at=request.asked_at,
            moved_at=request.steps[-1].at,
            reason=request.steps[-1].reason,
            subject=content.subject if isinstance(content, OtherMatter) else None,
        )


@attrs.frozen
class InMemoryRequestSheets:
    work: InMemoryWork

    def mine(self, account: AccountId, reference: RequestReference) -> RequestSheet:
        sheet = self.of(reference)
        if sheet.request.account != account:
            raise RequestNotFound(reference)
        return sheet

    def of(self, reference: RequestReference) -> RequestSheet:
        request = self.work.requests.of(reference)
        return RequestSheet(
            request=request,
            content=self.work.threads.contents.get(reference),
            messages=tuple(self.work.threads.messages.get(reference, ())),
            email=_email(self.work, request),
        )

    def granted(self) -> tuple[RequestReference, ...]:
        return tuple(
            reference
            for reference, request in sorted(self.work.requests.kept.items())
            if request.kind is RequestKind.TERMINATION
            and not request.state.is_final
            and self._has_ended(request)
        )

    def _has_ended(self, request: ServiceRequest) -> bool:
        if request.account is None:
            return False
        seen = self.work.tenures.seen_by(request.account)
        theirs = [each for each in seen if each.contract == request.contract]
        return bool(theirs) and all(each.days.last is not None for each in theirs)

    def to_export(self, since: date | None) -> tuple[LeavingRequest, ...]:
        leaving = [
            each
            for each in self.work.requests.kept.values()
            if each.kind.is_exported
            and each.reference in self.work.threads.contents
            and _leaves(each, since)
        ]
        leaving.sort(key=lambda each: (each.asked_at, each.reference))
        return tuple(map(self._leaving, leaving))

    def _leaving(self, request: ServiceRequest) -> LeavingRequest:
        messages = self.work.threads.messages.get(request.reference, [])
        by_author = [each for each in messages[:1] if each.author is Author.SUBSCRIBER]
        return LeavingRequest(
            reference=request.reference,
            contract=request.contract,
            asked_at=request.asked_at,
            content=self.work.threads.contents[request.reference],
            message=next((str(each.text) for each in by_author if each.text), None),
            attachments=sum(len(each.attachments) for each in messages),
            email=_email(self.work, request),
            is_fresh=request.state is RequestState.REGISTERED,
        )


def _email(work: InMemoryWork, request: ServiceRequest) -> EmailAddress | None:
    if request.kind is RequestKind.CONTACT:
        return work.contacts.of(request.reference).email
    return work.accounts.of(request.account).email if request.account else None


def _matches(request: ServiceRequest, wanted: Wanted) -> bool:
    return (
        request.state in wanted.states
        and request.kind in wanted.kinds
        and wanted.contract in {None, request.contract}
        and (wanted.asked_before is None or request.asked_at <= wanted.asked_before)
    )


def _leaves(request: ServiceRequest, since: date | None) -> bool:
    if request.state is RequestState.REGISTERED:
        return True
    if since is None:
        return False
    morning = datetime.combine(since, time(), ZoneInfo("Europe/Paris"))
    return any(step.state is RequestState.EXPORTED and step.at >= morning for step in request.steps)

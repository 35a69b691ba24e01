"""A request, asked step by step or all at once."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, ClassVar

import attrs
from flask_wtf.file import FileField
from wtforms import Field

from siegvo.adapters.french.explain import explain
from siegvo.application.ports.attachments import SentFile
from siegvo.application.ports.unavailable import Unavailable
from siegvo.application.readers.visitors import HeldContract
from siegvo.application.repositories.contracts import ContractNotFound
from siegvo.domain.contracts.contract_number import ContractNumber
from siegvo.domain.errors import DomainError, Invalid, Refused
from siegvo.domain.requests.asked import Asked, reader_of
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import MessageText
from siegvo.entrypoints.web.fields import Once, Parsed
from siegvo.entrypoints.web.form_shape import StrictForm
from siegvo.entrypoints.web.requests import questions
from siegvo.entrypoints.web.requests.picked import Picked

Rule = tuple[Any, Callable[[Any], None]]
"""A question, and what lets its answer pass or says what forbids it."""


@attrs.frozen(kw_only=True)
class Step:
    """Questions on a page of their own: its name in the form, its heading, what it asks."""

    name: str
    title: str
    asks: tuple[str, ...]
    lead: str = ""


class RequestForm(StrictForm):
    """What every request asks, and how far its author has come.

    Whatever was answered is carried from page to page by the form itself: the portal keeps
    nothing before it is sent.  `step` is the page that was just answered, `show` one to go
    back to; without either the whole is sent.  `reviewed` once all of it was shown.
    """

    kind: ClassVar[RequestKind]
    title: ClassVar[str]

    submission = Once()
    step = Parsed("", str)
    show = Parsed("", str)
    reviewed = Parsed("", str)
    contract_number = Picked("Contrat", questions.if_any(ContractNumber.parse), none_is_usual=True)
    subject = Parsed("Objet", questions.if_any(reader_of(Asked.SUBJECT)))
    message = questions.message("Une précision\u00a0?", "Ce que le service devrait savoir de plus.")
    attachment = questions.attachment()

    def steps(self) -> Sequence[Step]:
        """Return the pages before the last: which there are may hang on the answers."""
        raise NotImplementedError

    def last(self) -> Step:
        """Return the page that shows it all, and sends it."""
        raise NotImplementedError

    def content(self) -> RequestContent:
        """Return what is asked; every answer was found good."""
        raise NotImplementedError

    def rules(self, today: date) -> Iterator[Rule]:
        """Yield what answers are to pass, beside being read."""
        del today
        yield from ()

    def offer(self, contracts: Sequence[HeldContract]) -> None:
        """Let one of these be picked, where a contract is asked for."""
        del contracts

    def check(self, *, today: date) -> None:
        """Note beside each question what is wrong with its answer."""
        self.validate()
        for field, let_pass in self.rules(today):
            if not field.errors and field.data is not None:
                try:
                    let_pass(field.data)
                except (Invalid, Refused) as refusal:
                    field.refuse(refusal)

    def check_contract(self, contracts: Sequence[HeldContract]) -> None:
        """Let pass a contract of theirs.

        Raises:
            ContractNotFound: it is somebody else's, or nobody's.
        """
        number = self.contract_number.data
        known = {each.number for each in contracts}
        if not self.contract_number.errors and number and number not in known:
            raise ContractNotFound(number)

    def fields(self, names: Sequence[str]) -> tuple[Field, ...]:
        return tuple(self[name] for name in names)

    def tell_what_is_not_shown(self, pages: Sequence[Step]) -> None:
        """Say of the whole what is wrong with an answer that none of these pages asks for."""
        asked = {name for page in pages for name in page.asks}
        for field in self:
            if field.name not in asked:
                self.form_errors += field.errors

    def refuse(self, trouble: DomainError | Unavailable) -> None:
        """Say it of the whole."""
        self.form_errors.append(explain(trouble))

    def refuse_file(self, error: DomainError) -> None:
        self.attachment.errors = (*self.attachment.errors, explain(error))

    @property
    def words(self) -> MessageText | None:
        """Return the message; what is asked under a subject has none of its own to lose."""
        subject = self._subject()
        message: MessageText | None = self.message.data
        if not subject:
            return message
        return MessageText.parse(f"{subject}\n\n{message or ''}")

    def _subject(self) -> str | None:
        return self.subject.data

    @property
    def has_file(self) -> bool:
        return bool(self.attachment.data)


def sent_files(field: FileField) -> tuple[SentFile, ...]:
    """Return the file that was attached, if one was."""
    sent = field.data
    return (SentFile(name=sent.filename or "", content=sent.read()),) if sent else ()

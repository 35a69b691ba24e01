"""One request, ready to print."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

import attrs
from markupsafe import Markup

from siegvo.adapters.french.request_content import Line, content_lines
from siegvo.adapters.french.values import PARIS, file_size, say
from siegvo.application.readers.visitors import HeldContract
from siegvo.application.requests.show_request import RequestView
from siegvo.domain.requests.content import OtherMatter
from siegvo.domain.requests.kind import RequestKind
from siegvo.domain.requests.message import Author, Message
from siegvo.domain.requests.request import RequestState, ServiceRequest, Step
from siegvo.entrypoints.web.icons import ICONS
from siegvo.entrypoints.web.requests.kinds import title_of
from siegvo.entrypoints.web.requests.states import STATES, StateMark, mark_of


@attrs.frozen(kw_only=True)
class FileLink:
    """`words`: `photo-tranchee.jpg (1,4 Mo)`."""

    words: str
    href: str


@attrs.frozen(kw_only=True)
class MessageBlock:
    """A message, in paragraphs of lines."""

    is_mine: bool
    at: str
    paragraphs: tuple[tuple[str, ...], ...]
    files: tuple[FileLink, ...]


@attrs.frozen(kw_only=True)
class StepRow:
    """A line of the history.  `style`: `past`, `warm` where the subscriber is waited for."""

    label: str
    when: str
    reason: str
    icon: Markup
    style: str
    is_current: bool


@attrs.frozen(kw_only=True)
class RequestPage:
    """What is printed.

    `standing`: the name of the state, for what the page says comes next.  `waiting_since` and
    `mediation_on` are days, empty when nobody waits for staff; `reading_href` leads to the
    reading that was sent, if it is one.
    """

    reference: str
    path: str
    title: str
    about: str
    state: StateMark
    standing: str
    reason: str
    is_conversation: bool
    facts: tuple[Line, ...]
    messages: tuple[MessageBlock, ...]
    steps: tuple[StepRow, ...]
    may_be_cancelled: bool
    takes_messages: bool
    waiting_since: str
    mediation_on: str
    is_mediation_open: bool
    reading_href: str
    payment_href: str


_TO_COME: Final = StepRow(
    label=STATES[RequestState.DONE].label,
    when="",
    reason="",
    icon=ICONS["dot"],
    style="",
    is_current=False,
)


def request_page(view: RequestView, *, contracts: Sequence[HeldContract]) -> RequestPage:
    """Write out `view`, which belongs to an account that sees these `contracts`."""
    request, mediation = view.request, view.mediation
    subject = view.content.subject if isinstance(view.content, OtherMatter) else None
    contract = f", contrat {request.contract}" if request.contract else ""
    return RequestPage(
        reference=str(request.reference),
        path=f"/demarches/{request.reference}",
        title=title_of(request.kind, subject=subject),
        about=f"du {_day(request.asked_at)}{contract}",
        state=mark_of(request.kind, request.state),
        standing=request.state.value,
        reason=request.steps[-1].reason or "",
        is_conversation=request.kind.is_conversation,
        facts=content_lines(view.content) if view.content and not subject else (),
        messages=tuple(_message(each, request=request) for each in view.messages),
        steps=tuple(_steps(request)),
        may_be_cancelled=request.may_be_cancelled,
        takes_messages=request.takes_messages,
        waiting_since=_day(mediation.waiting_since) if mediation else "",
        mediation_on=_day(mediation.opens_at) if mediation else "",
        is_mediation_open=bool(mediation and mediation.is_open),
        reading_href=_reading(request, contracts),
        payment_href=_payment(request, contracts),
    )


def _message(message: Message, *, request: ServiceRequest) -> MessageBlock:
    path = f"/demarches/{request.reference}/pieces"
    return MessageBlock(
        is_mine=message.author is Author.SUBSCRIBER,
        at=say(message.at),
        paragraphs=paragraphs(str(message.text)) if message.text else (),
        files=tuple(
            FileLink(words=f"{each.name} ({file_size(each.size)})", href=f"{path}/{each.key}")
            for each in message.attachments
        ),
    )


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """Cut a text where its lines are blank."""
    return tuple(tuple(part.strip("\n").split("\n")) for part in text.split("\n\n") if part.strip())


def _steps(request: ServiceRequest) -> Iterator[StepRow]:
    *past, now = request.steps
    for step in past:
        yield _step(request, step, icon=ICONS["check"], style="past")
    state = mark_of(request.kind, now.state)
    style = "warm" if state.is_warm else ""
    yield attrs.evolve(_step(request, now, icon=state.icon, style=style), is_current=True)
    if not now.state.is_final:
        yield _TO_COME


def _step(request: ServiceRequest, step: Step, *, icon: Markup, style: str) -> StepRow:
    return StepRow(
        label=mark_of(request.kind, step.state).label,
        when=say(step.at),
        reason=step.reason or "",
        icon=icon,
        style=style,
        is_current=False,
    )


def _reading(request: ServiceRequest, contracts: Sequence[HeldContract]) -> str:
    """Lead to what was sent, while its contract is theirs to see."""
    if request.kind is not RequestKind.READING:
        return ""
    if request.contract not in {each.number for each in contracts}:
        return ""
    return f"/contrats/{request.contract}/releve/{request.reference}"


def _payment(request: ServiceRequest, contracts: Sequence[HeldContract]) -> str:
    if request.kind not in {RequestKind.PAYMENT_MODE, RequestKind.BANK_DETAILS}:
        return ""
    if request.contract not in {each.number for each in contracts}:
        return ""
    return f"/contrats/{request.contract}/reglement"


def _day(at: datetime) -> str:
    return say(at.astimezone(PARIS).date())

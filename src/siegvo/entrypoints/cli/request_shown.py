"""A request and its thread, on a terminal and as JSON."""

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from siegvo.adapters.french.request_content import content_lines
from siegvo.adapters.french.values import file_size, say
from siegvo.application.requests.list_requests import AgedRequest
from siegvo.application.requests.show_request import RequestView
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.message import Author, Message
from siegvo.entrypoints.cli.table import Table

_AUTHORS: Final = {Author.SUBSCRIBER: "Abonné", Author.STAFF: "Service"}
_NOBODY: Final = "compte supprimé"


def request_table(listed: tuple[AgedRequest, ...]) -> Table:
    """Lay out the list that staff see."""
    return Table(
        headings=("Référence", "Demandée le", "Jours", "Nature", "État", "Contrat", "E-mail"),
        rows=[
            (
                str(each.line.reference),
                say(each.line.asked_at),
                str(each.age_days),
                say(each.line.kind),
                say(each.line.state),
                str(each.line.contract or "–"),
                str(each.email or _NOBODY),
            )
            for each in listed
        ],
        figures=frozenset({2}),
        elastic={3: 10, 4: 10, 6: 9},
        details={1: " à "},
    )


def listed_facts(each: AgedRequest) -> Mapping[str, object]:
    """Return a request of the list as a program reads it."""
    return {
        **attrs.asdict(each.line, recurse=False),
        "email": each.email,
        "age_days": each.age_days,
    }


def request_text(view: RequestView) -> Iterator[str]:
    """Yield what there is to know of a request, line by line."""
    request = view.request
    contract = f", contrat {request.contract}" if request.contract else ""
    yield f"{say(request.kind)} {request.reference}{contract}"
    yield f"De\u00a0: {view.email or _NOBODY}"
    yield f"État\u00a0: {say(request.state)}"
    if view.mediation and view.mediation.is_open:
        yield (
            f"Sans réponse du service depuis le {say(view.mediation.waiting_since)}\u00a0:"
            " la Médiation de l’eau peut être saisie."
        )
    if view.content:
        yield ""
        yield from (f"{label}\u00a0: {answer}" for label, answer in content_lines(view.content))
    yield ""
    for step in request.steps:
        reason = f"\u00a0: {step.reason}" if step.reason else ""
        yield f"{say(step.at)}  {say(step.state)}{reason}"
    for message in view.messages:
        yield ""
        yield from _message_text(message)


def request_facts(view: RequestView) -> Mapping[str, object]:
    """Return the same as a program reads it."""
    request = view.request
    return {
        "reference": request.reference,
        "kind": request.kind,
        "state": request.state,
        "contract": request.contract,
        "email": view.email,
        "asked_at": request.asked_at,
        "mediation": view.mediation and attrs.asdict(view.mediation),
        "content": view.content and _content_facts(view.content),
        "steps": [attrs.asdict(step) for step in request.steps],
        "messages": [_message_facts(message) for message in view.messages],
    }


def _message_text(message: Message) -> Iterator[str]:
    yield f"{_AUTHORS[message.author]}, {say(message.at)}"
    if message.text:
        yield from (f"  {line}" for line in message.text.text.splitlines())
    for attachment in message.attachments:
        yield f"  [{attachment.name}, {file_size(attachment.size)}]"


def _message_facts(message: Message) -> Mapping[str, object]:
    return {
        **attrs.asdict(message, recurse=False),
        "attachments": [attrs.asdict(each, recurse=False) for each in message.attachments],
    }


def _content_facts(content: RequestContent) -> Mapping[str, object]:
    return {
        name: attrs.asdict(fact) if isinstance(fact, PostalAddress) else fact
        for name, fact in attrs.asdict(content, recurse=False).items()
    }

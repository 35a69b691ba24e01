"""A request and its thread, on a terminal and as JSON."""

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from siegvo.adapters.french.request_content import content_lines
from siegvo.adapters.french.values import file_size, say
from siegvo.application.payments.look_at_changes import ChangeForStaff, SortedChanges
from siegvo.application.requests.list_requests import AgedRequest
from siegvo.application.requests.show_request import RequestView
from siegvo.domain.kernel.postal_address import PostalAddress
from siegvo.domain.requests.contact import Contact
from siegvo.domain.requests.content import RequestContent
from siegvo.domain.requests.message import Author, Message
from siegvo.entrypoints.cli.change_shown import change_facts, change_text
from siegvo.entrypoints.cli.table import Table

_AUTHORS: Final = {Author.SUBSCRIBER: "Abonné", Author.STAFF: "Service"}
_NOBODY: Final = "compte supprimé"


def request_table(listed: tuple[AgedRequest, ...], changes: SortedChanges) -> Table:
    """Lay out the list that staff see; a change of payment says whether it waits for them."""
    return Table(
        headings=("Référence", "Demandée le", "Jours", "Nature", "État", "Contrat", "E-mail"),
        rows=[
            (
                str(each.line.reference),
                say(each.line.asked_at),
                str(each.age_days),
                say(each.line.kind),
                _standing(each, changes),
                str(each.line.contract or "–"),
                str(each.email or _NOBODY),
            )
            for each in listed
        ],
        figures=frozenset({2}),
        elastic={3: 10, 4: 10, 6: 9},
        details={1: " à "},
    )


def _standing(each: AgedRequest, changes: SortedChanges) -> str:
    if each.line.reference in changes.suspected:
        return "à vérifier"
    if each.line.reference in changes.ready:
        return "prête à partir"
    return say(each.line.state)


def listed_facts(each: AgedRequest, changes: SortedChanges) -> Mapping[str, object]:
    """Return a request of the list as a program reads it."""
    return {
        **attrs.asdict(each.line, recurse=False),
        "is_suspected": each.line.reference in changes.suspected,
        "is_ready": each.line.reference in changes.ready,
        "email": each.email,
        "age_days": each.age_days,
    }


def request_text(view: RequestView, change: ChangeForStaff | None = None) -> Iterator[str]:
    """Yield what there is to know of a request, and of what it changes, line by line."""
    request = view.request
    contract = f", contrat {request.contract}" if request.contract else ""
    yield f"{say(request.kind)} {request.reference}{contract}"
    yield f"De\u00a0: {_author(view)}"
    yield f"État\u00a0: {say(request.state)}"
    if view.mediation and view.mediation.is_open:
        yield (
            f"Sans réponse du service depuis le {say(view.mediation.waiting_since)}\u00a0:"
            " la Médiation de l’eau peut être saisie."
        )
    if view.content:
        yield ""
        yield from (f"{label}\u00a0: {answer}" for label, answer in content_lines(view.content))
    if change:
        yield ""
        yield from change_text(change)
    yield ""
    for step in request.steps:
        reason = f"\u00a0: {step.reason}" if step.reason else ""
        yield f"{say(step.at)}  {say(step.state)}{reason}"
    for message in view.messages:
        yield ""
        yield from _message_text(message)


def request_facts(view: RequestView, change: ChangeForStaff | None = None) -> Mapping[str, object]:
    """Return the same as a program reads it."""
    request = view.request
    return {
        "reference": request.reference,
        "kind": request.kind,
        "state": request.state,
        "contract": request.contract,
        "email": view.email,
        "contact": view.contact and _contact_facts(view.contact),
        "asked_at": request.asked_at,
        "mediation": view.mediation and attrs.asdict(view.mediation),
        "content": view.content and _content_facts(view.content),
        "change": change and change_facts(change),
        "steps": [attrs.asdict(step) for step in request.steps],
        "messages": [_message_facts(message) for message in view.messages],
    }


def _author(view: RequestView) -> str:
    """Name who wrote; nobody has proved what somebody without an account says of themselves."""
    if view.contact is None:
        return str(view.email or _NOBODY)
    number = f", qui dit avoir le contrat {view.contact.contract}" if view.contact.contract else ""
    return f"{view.contact.name}, {view.contact.email}{number}"


def _contact_facts(contact: Contact) -> Mapping[str, object]:
    return {"name": contact.name, "email": contact.email, "contract": contact.contract}


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

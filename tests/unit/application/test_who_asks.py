"""Whatever a page calls is told who asks, and so is whatever that looks things up in.

Read off the signatures: a use case or a look-up that a page reaches and that is given no owner
fails here, unless it is listed below with the reason why it needs none.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_type_hints

import attrs
import pytest

import siegvo.entrypoints.web
from siegvo.application.portal import Portal
from siegvo.application.ports.work import Readers, Work
from siegvo.domain.accounts.account_id import AccountId
from siegvo.domain.kernel.actor import Actor

WITHOUT_OWNER: Final[Mapping[str, str]] = {
    "accounts.activate": "the link of a letter, and the password of that attempt",
    "accounts.ask_password_reset": "nobody is signed in; its mailbox alone is answered",
    "accounts.cancel_address_change": "the link of a letter",
    "accounts.check_activation": "the link of a letter",
    "accounts.check_reset": "the link of a letter",
    "accounts.confirm_address_change": "the link of a letter",
    "accounts.register": "nobody has an account yet",
    "accounts.resend_activation": "nobody is signed in; its mailbox alone is answered",
    "accounts.reset_password": "the link of a letter",
    "accounts.sign_in": "the password tells who it is",
    "announcements.show_announcements": "a commune; published for whoever lives there",
    "billing.hear_of_payment": "the treasury calls; it is told nothing, and asked back",
    "contracts.check_attestation": "the code of a paper; what that paper says is all it tells",
    "documents.list_documents": "published for everybody",
    "documents.open_document": "published for everybody",
    "operations.check_database": "the health page: up or not, and nothing else",
    "payments.cancel_by_link": "the link of a letter",
    "payments.confirm_change": "the link of a letter",
    "payments.foresee_change": "the calendar; nothing is looked up",
    "payments.show_cancellation": "the link of a letter",
    "payments.show_confirmation": "the link of a letter",
    "requests.contact_service": "anybody may write; nothing is looked up, nothing shown",
}
"""Use cases of pages that take neither an account nor the value of a session."""

NOT_BY_OWNER: Final[Mapping[str, str]] = {
    "accounts.with_email": "a mailbox, typed by whoever signs in or asks to be written to",
    "announcements.all": "published for everybody of a commune; the page shows those of today",
    "arrivals.behind": "by the fingerprint of the value that the browser brought",
    "attempts.tally": "counts under a keyed hash, none of which is shown",
    "documents.all": "published for everybody; the page shows those on show",
    "documents.named": "published for everybody",
    "e_invoices.choices_of": "of a contract that was found through its holder",
    "e_invoices.pending": "of a contract that was found through its holder",
    "e_invoices.wish": "of a request whose author is who asks",
    "leak_notices.of": "of a contract and payer found through the holder",
    "links.accounts_of": "whom to tell of a new link, and how many; no page is told",
    "mandates.of_contract": "of a contract and payer found through the holder",
    "meters.serving": "the meters of a contract that was found through its holder",
    "named_tenures.of": "a code names the contract, and must fit the payer before anything is told",
    "online_payments.called": "by the number the treasury gave; nothing is shown of it",
    "online_payments.of": "the payment of a form, whose author is who asks",
    "online_payments.of_invoice": "of an invoice that was found through its holder",
    "payment_changes.monthly_of": "of a contract and payer found through the holder",
    "payment_changes.of": "the change that a signed link names, or of a contract of the holder",
    "payment_changes.open_of": "of a contract that was found through its holder",
    "registrations.latest": "a mailbox, typed by whoever signs in or asks to be written to",
    "registrations.of": "the attempt that a signed link names",
    "requests.hold": "locked first, then absent unless its account is who asks",
    "requests.of": "of a contract found through its holder; told only if its account is who asks",
    "requests.new_reference": "the next number, of nothing yet",
    "sent_readings.of": "then compared with what was found through its holder",
    "sessions.of": "by the fingerprint of the value that the browser brought",
    "submissions.claim": "by its author, who is part of the form",
    "tenures.locks_of": "what a key is compared with, before anybody holds anything",
    "tenures.of_payer": "once the key of that payer was right",
    "visitors.behind": "by the fingerprint of the value that the browser brought",
}
"""Look-ups of such use cases by something else than who asks."""

_PAGES: Final = Path(siegvo.entrypoints.web.__file__).parent
_SESSION: Final = "session_value"


def _use_cases() -> dict[str, type]:
    """Return every use case, by its room and name."""
    return {
        f"{room.name}.{each.name}": each.type
        for room in attrs.fields(Portal)
        if room.type
        for each in attrs.fields(room.type)
        if each.type
    }


def _reached_by_pages() -> dict[str, type]:
    """Return those whose name some module of the web calls: rather too many than too few."""
    called = {
        node.attr
        for file in _PAGES.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    return {name: each for name, each in _use_cases().items() if name.split(".")[1] in called}


REACHED: Final = _reached_by_pages()


@pytest.mark.parametrize("name", sorted(REACHED))
class TestAUseCaseOfAPage:
    def test_is_told_who_asks(self, name: str) -> None:
        assert _takes_owner(REACHED[name].__call__) or name in WITHOUT_OWNER

    def test_is_no_gesture_of_staff(self, name: str) -> None:
        assert Actor not in get_type_hints(REACHED[name].__call__).values()

    def test_looks_up_by_owner_alone(self, name: str) -> None:
        others = {
            look_up
            for look_up, method in _look_ups(REACHED[name])
            if not _takes_owner(method) and _returns_something(method)
        }

        assert not others - set(NOT_BY_OWNER)


def test_every_exception_is_still_one() -> None:
    looked_up = {look_up for each in REACHED.values() for look_up, _ in _look_ups(each)}

    assert set(WITHOUT_OWNER) <= set(REACHED)
    assert set(NOT_BY_OWNER) <= looked_up


def _takes_owner(method: Any) -> bool:
    hints = get_type_hints(method)
    return any(
        parameter.default is inspect.Parameter.empty
        and (hints.get(parameter.name) is AccountId or parameter.name == _SESSION)
        for parameter in inspect.signature(method).parameters.values()
    )


def _returns_something(method: Any) -> bool:
    return get_type_hints(method).get("return") not in {type(None), int, bool}


def _look_ups(use_case: type) -> Iterator[tuple[str, Any]]:
    """Yield what `use_case` asks of the database, with what its room helps it with."""
    sides = {"readers": _reachable(Readers), "work": _reachable(Work)}
    for tree in _trees_of(use_case):
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(
                        attr=method,
                        value=ast.Attribute(attr=part, value=ast.Name(id=side)),
                    )
                ) if part in sides.get(side, {}):
                    yield f"{part}.{method}", getattr(sides[side][part], method)


def _reachable(side: type) -> dict[str, type]:
    return {
        name: get_type_hints(part.fget)["return"]
        for name, part in vars(side).items()
        if isinstance(part, property)
    }


def _trees_of(use_case: type) -> Iterator[ast.AST]:
    """Yield the source of a use case, and of the functions and classes of its room it names."""
    room = use_case.__module__.rpartition(".")[0]
    seen: set[str] = set()
    waiting: list[Any] = [use_case]
    while waiting:
        here = waiting.pop()
        name = f"{here.__module__}.{here.__qualname__}"
        if name not in seen:
            seen.add(name)
            tree = ast.parse(inspect.getsource(here))
            yield tree
            known = vars(sys.modules[here.__module__])
            named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            waiting += [
                known[each]
                for each in named & set(known)
                if str(getattr(known[each], "__module__", "")).startswith(f"{room}.")
                and hasattr(known[each], "__qualname__")
            ]

"""Events as JSON, and back: also those that an earlier release wrote."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from inspect import getmembers, isclass
from pkgutil import iter_modules
from types import NoneType
from typing import Any, get_args, get_type_hints

import attrs

from siegvo import domain
from siegvo.domain.events import Event


class UnreadableEvent(Exception):
    """No such event any more, or a fact it needs was not known yet when it happened."""


def encode(event: Event) -> dict[str, object]:
    """Return the facts of `event` as JSON takes them; `at` has a column of its own."""
    return attrs.asdict(
        event,
        filter=attrs.filters.exclude("at"),
        value_serializer=lambda _event, _field, fact: (
            fact.isoformat() if isinstance(fact, date) else fact
        ),
    )


def decode(name: str, facts: Mapping[str, object], *, at: datetime) -> Event:
    """Return the event `name` with its facts; those it no longer has are dropped.

    Raises:
        UnreadableEvent: it cannot be made from these facts.
    """
    kind = kinds_of_events().get(name)
    if kind is None:
        raise UnreadableEvent(name)
    hints = get_type_hints(kind)
    try:
        known = {
            field.name: _fact(facts[field.name], hints[field.name])
            for field in attrs.fields(kind)
            if field.name in facts
        }
        return kind(at=at, **known)
    except (TypeError, ValueError) as trouble:
        raise UnreadableEvent(name) from trouble


@cache
def kinds_of_events() -> Mapping[str, type[Event]]:
    """Return every event of every room, by name."""
    rooms = (room.name for room in iter_modules(domain.__path__) if room.ispkg)
    modules = (f"{domain.__name__}.{room}.events" for room in rooms)
    return {
        name: kind
        for module in modules
        if find_spec(module)
        for name, kind in getmembers(import_module(module), isclass)
        if issubclass(kind, Event) and kind is not Event
    }


def _fact(plain: Any, hint: Any) -> object:
    """Return what JSON made plain as `hint` says it was: a day, a moment, or plain already."""
    sorts = [sort for sort in get_args(hint) or (hint,) if sort is not NoneType]
    if plain is None or not issubclass(sorts[0], date):
        return plain
    return sorts[0].fromisoformat(plain)

"""What requests ask as JSON, and back: also what an earlier release wrote.

Fields are read as their type hints say; one that a later release added takes its default.
"""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

import attrs

from siegvo.domain.requests.cap_claim import CapClaim
from siegvo.domain.requests.content import KINDS, Leak, OtherMatter, RequestContent
from siegvo.domain.requests.kind import RequestKind

_SORTS: Final[Mapping[RequestKind, type[RequestContent]]] = {
    **{kind: sort for sort, kind in KINDS.items() if sort is not CapClaim},
    RequestKind.CONTACT: OtherMatter,
}


def encode(content: RequestContent) -> dict[str, object]:
    """Return what is asked as JSON takes it; what was not answered is left out."""
    facts = attrs.asdict(content, value_serializer=lambda _owner, _field, fact: _plain(fact))
    return {name: fact for name, fact in facts.items() if fact is not None}


def decode(kind: RequestKind, facts: Mapping[str, object]) -> RequestContent:
    """Return what a request of this kind asks.

    Raises:
        DomainError, TypeError, ValueError: it was not written by `encode`.
    """
    sort = _SORTS[kind]
    if sort is Leak and "way" in facts:
        sort = CapClaim
    content: RequestContent = _made(sort, facts)
    return content


def _plain(fact: object) -> object:
    match fact:
        case Enum():
            return fact.value
        case date():
            return fact.isoformat()
        case _:
            return fact


def _made(sort: type[Any], facts: Mapping[str, object]) -> Any:
    hints = get_type_hints(sort)
    known = {
        field.name: _value(hints[field.name], facts[field.name])
        for field in attrs.fields(sort)
        if field.name in facts
    }
    return sort(**known)


def _value(hint: Any, plain: Any) -> object:
    """Return the value that JSON made plain, as `hint` says it was."""
    if get_origin(hint) is UnionType:
        (hint,) = (each for each in get_args(hint) if each is not NoneType)
    if get_origin(hint) is tuple:
        return tuple(plain)
    if attrs.has(hint):
        return _made(hint, plain)
    if issubclass(hint, date):
        return hint.fromisoformat(plain)
    return hint(plain)

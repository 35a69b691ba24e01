"""What was answered, to be looked over before it is sent."""

from collections.abc import Iterator, Sequence
from typing import Any

import attrs
from wtforms import Field

from siegvo.adapters.french.values import say
from siegvo.entrypoints.web.requests.picked import Picked

_ADDRESS = ("street", "postcode", "town")


@attrs.frozen(kw_only=True)
class Answer:
    label: str
    words: str


def answers(fields: Sequence[Field]) -> tuple[Answer, ...]:
    """Write out each answer; those to an address on one line, and nothing for what was left out."""
    return tuple(_answers(fields))


def _answers(fields: Sequence[Field]) -> Iterator[Answer]:
    known = {field.name: field for field in fields}
    for field in fields:
        _, _, part = field.name.rpartition("_")
        if part in _ADDRESS:
            if part == _ADDRESS[0]:
                yield from _address(known, field)
        elif words := _words(field):
            yield Answer(label=field.label.text.removesuffix("\u00a0?"), words=words)


def _address(known: dict[str, Any], street: Field) -> Iterator[Answer]:
    prefix = street.name.removesuffix(_ADDRESS[0])
    parts = [known[f"{prefix}{each}"].data or "" for each in _ADDRESS]
    if any(parts):
        yield Answer(label="Adresse", words=f"{parts[0]}, {parts[1]} {parts[2]}")


def _words(field: Any) -> str:
    if isinstance(field, Picked):
        return field.said
    return "" if field.data is None else say(field.data)

"""One field for every value of the domain."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4

from flask import request
from wtforms import Field
from wtforms.widgets import HiddenInput, TextInput

from siegvo.adapters.french.explain import explain
from siegvo.domain.errors import DomainError, Invalid

Value = TypeVar("Value")


class Parsed(Field, Generic[Value]):
    """An input whose text is given a meaning by the domain's own parser."""

    data: Value
    widget = TextInput()

    def __init__(self, label: str, parse: Callable[[str], Value], **options: Any) -> None:
        super().__init__(label, **options)
        self.parse = parse

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            self.data = self.parse("".join(valuelist[:1]))
        except Invalid as error:
            raise ValueError(explain(error)) from error

    def refuse(self, error: DomainError) -> None:
        """Say beside this field what the domain found wrong with its value."""
        self.errors = (*self.errors, explain(error))

    def _value(self) -> str:
        """Write in the input what was typed, or else the value to begin with."""
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else str(self.data)


class Once(Field):
    """The id minted with a form: the same one sent twice has one effect."""

    data: UUID
    widget = HiddenInput()

    def __init__(self, **options: Any) -> None:
        super().__init__("", default=uuid4, **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        with suppress(ValueError):
            self.data = UUID("".join(valuelist[:1]))

    def _value(self) -> str:
        return str(self.data)


class WayOn(Field):
    """Where somebody was going: told by the form, or by the address it is sent to (`next`)."""

    data: str
    widget = HiddenInput()

    def __init__(self, **options: Any) -> None:
        super().__init__("", default=_in_the_address, **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = "".join(valuelist[:1]) or _in_the_address()

    def _value(self) -> str:
        return self.data


def _in_the_address() -> str:
    return request.args.get("next", "")

"""Domain values on the command line."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from siegvo.adapters.french.explain import explain
from siegvo.domain.errors import Invalid

Value = TypeVar("Value")


class Parsed(click.ParamType[Value]):
    """A parameter read by the domain's own parser."""

    def __init__(self, name: str, parse: Callable[[str], Value]) -> None:
        self.name = name
        self.parse = parse

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Value:
        try:
            return self.parse(value)
        except Invalid as error:
            self.fail(explain(error), param, ctx)

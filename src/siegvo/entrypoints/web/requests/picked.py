"""A question with its answers to pick from."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeVar

import attrs

from siegvo.entrypoints.web.fields import Parsed

Value = TypeVar("Value")
_FEW: Final = 5
_PICK: Final = "Choisissez une réponse."


@attrs.frozen
class Words:
    text: str


@attrs.frozen(kw_only=True)
class Option:
    """One answer: what it is sent as, and whether it is picked."""

    id: str
    data: str
    label: Words
    checked: bool


class Picked(Parsed[Value]):
    """One answer of several, each by what it is sent as.

    Without `choices`, any that `parse` reads is taken: they are given later, to be shown.
    One that is not sent at all is the `default`, if there is one.  `none_is_usual` where the
    empty answer, to none of them, is the one to begin with.
    """

    def __init__(
        self,
        label: str,
        parse: Callable[[str], Value],
        *,
        choices: Mapping[str, str] | None = None,
        none_is_usual: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(label, parse, **options)
        self.none_is_usual = none_is_usual
        self.is_closed = choices is not None
        self.choices = choices or {}

    @property
    def is_short(self) -> bool:
        """Say whether all of them can be shown at once."""
        return len(self.choices) <= _FEW

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist and self.data is not None:
            return
        if self.is_closed and "".join(valuelist[:1]) not in self.choices:
            raise ValueError(_PICK)
        super().process_formdata(valuelist)

    def __iter__(self) -> Iterator[Option]:
        is_said = self.raw_data or self.data is not None or self.none_is_usual
        picked = self._value() if is_said else None
        for sent, words in self.choices.items():
            yield Option(
                id=f"{self.id}-{sent or 'aucun'}",
                data=sent,
                label=Words(words),
                checked=sent == picked,
            )

    @property
    def said(self) -> str:
        """Return the words of the answer that was picked."""
        return self.choices.get(self._value(), "")

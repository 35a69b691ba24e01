"""Options whose values are French words."""

import unicodedata
from collections.abc import Mapping
from typing import Any, TypeVar

import click

Chosen = TypeVar("Chosen")


class OneOf(click.Choice[str]):
    """A French word that stands for one of our values; its accents may be typed."""

    def __init__(self, words: Mapping[str, Chosen]) -> None:
        super().__init__(list(words))
        self.words: Mapping[str, Any] = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        word = super().convert(_plain(str(value)), param, ctx)
        return self.words[word]


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()

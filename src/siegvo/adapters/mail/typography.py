"""Blanks that must not break, put where French wants them when a template is read."""

import re

from jinja2.ext import Extension

_BEFORE = re.compile(r" (?=[:;?»]|!(?!=))")
_AFTER = re.compile(r"(?<=«) |(?<=n°) ")


class FrenchBlanks(Extension):
    """Lets templates be typed with plain blanks; facts are left as they are."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        del name, filename
        return _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", source))

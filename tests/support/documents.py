"""The documents of the repository, as a reader who tries everything reads them."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Self

import attrs

ROOT: Final = Path(__file__).parents[2]

_FENCE: Final = re.compile(r"^```(?P<kind>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN: Final = re.compile(r"`([^`\n]+)`")
_LINK: Final = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
_HEADING: Final = re.compile(r"^#+ (.+)$", re.MULTILINE)
_AND_THEN: Final = re.compile(r"\s+(?:&&|\|\||&|\||;)(?:\s+|$)")
_SETTING: Final = re.compile(r"^(?:[A-Z_]+=\S*\s+)+")
_PROMPT: Final = re.compile(r"^[$#] ")


@attrs.frozen
class Document:
    name: str
    text: str

    @classmethod
    def named(cls, name: str) -> Self:
        return cls(name, (ROOT / name).read_text(encoding="utf-8"))

    @property
    def prose(self) -> str:
        return _FENCE.sub("", self.text)

    @property
    def spans(self) -> list[str]:
        """Return what is set as code inside sentences."""
        return _SPAN.findall(self.prose)

    @property
    def anchors(self) -> set[str]:
        """Return what a link to a heading is called."""
        return {_slug(heading) for heading in _HEADING.findall(self.prose)}

    def blocks(self, kind: str) -> list[str]:
        return [found["code"] for found in _FENCE.finditer(self.text) if found["kind"] == kind]

    def links(self) -> Iterator[tuple["Path", str]]:
        """Yield the file each relative link leads to, and the heading in it."""
        here = (ROOT / self.name).parent
        for found in _LINK.finditer(self.prose):
            target = here / found["path"] if found["path"] else ROOT / self.name
            yield target, found["anchor"] or ""

    def commands(self, program: str) -> Iterator[tuple[str, ...]]:
        """Yield what is typed behind the name of `program`, wherever it is shown."""
        for line in (*self.spans, *self._typed()):
            for part in _AND_THEN.split(line) if program in line else ():
                words = shlex.split(_SETTING.sub("", part.strip()), comments=True)
                if words and Path(words[0]).name == program:
                    yield tuple(words[1:])

    def _typed(self) -> Iterator[str]:
        for block in self.blocks("console"):
            for line in block.splitlines():
                if _PROMPT.match(line):
                    yield line[2:]
        for block in self.blocks("sh"):
            yield from block.splitlines()
        for block in self.blocks("ini"):
            for line in block.splitlines():
                yield line.removeprefix("ExecStart=")


def documents() -> tuple[Document, ...]:
    """Return every document that a reader is sent to."""
    below = sorted(path.relative_to(ROOT) for path in (ROOT / "docs").rglob("*.md"))
    names = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", *map(str, below)]
    return tuple(Document.named(name) for name in names)


def _slug(heading: str) -> str:
    return re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", "-")

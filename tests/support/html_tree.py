"""The elements of an HTML page, as a tree."""

from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from typing import Final

import attrs

_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
_UNSEEN: Final = frozenset({"head", "script", "style", "template"})
_APART: Final = frozenset(
    {"article", "dd", "div", "dt", "footer", "form", "h1", "h2", "h3", "header", "label", "li"}
    | {
        "main",
        "nav",
        "option",
        "p",
        "section",
        "summary",
        "td",
        "text",
        "th",
        "tr",
        "ul",
        "caption",
    }
    | {"br", "small", "legend", "button", "title", "b", "dl", "ol", "table", "span"}
)


@attrs.define(eq=False)
class Element:
    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = attrs.field(default=None, repr=False)
    children: list["Element | str"] = attrs.field(factory=list, repr=False)

    def __getitem__(self, name: str) -> str:
        """Return an attribute, empty when the element has none of that name."""
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        return name in self.attributes

    def all(self, *tags: str) -> list["Element"]:
        """Return what is inside, in the order of the page; of some `tags` only, if given."""
        return [each for each in self._inside if not tags or each.tag in tags]

    def within(self, *tags: str) -> "Element | None":
        """Return the closest element around this one that is one of `tags`."""
        around = self.parent
        while around and around.tag not in tags:
            around = around.parent
        return around

    @property
    def text(self) -> str:
        """Return what can be read, its blanks made plain."""
        return " ".join("".join(self.pieces()).split())

    def pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in _UNSEEN:
                apart = " " if child.tag in _APART else ""
                yield apart
                yield from child.pieces()
                yield apart

    @cached_property
    def _inside(self) -> tuple["Element", ...]:
        """What is inside: asked for often, of a page that does not change any more."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                found += (child, *child.all())
        return tuple(found)


def parse_html(source: str) -> Element:
    """Read a page.

    Raises:
        AssertionError: an element is closed that is not the last one opened.
    """
    parser = _Parser()
    parser.feed(source)
    parser.close()
    assert parser.here is parser.root, f"<{parser.here.tag}> is never closed"
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(element)
        if tag not in _VOID:
            self.here = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)

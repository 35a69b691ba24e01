"""A page as its reader has it before them."""

import attrs

from tests.support.html_tree import Element, parse_html


@attrs.frozen(kw_only=True)
class Page:
    """`path` is where it was found, with its query; `source` what the server wrote."""

    path: str
    status: int
    source: str = attrs.field(repr=False)
    tree: Element = attrs.field(init=False, repr=False)

    @tree.default
    def _parsed(self) -> Element:
        return parse_html(self.source)

    def __contains__(self, words: str) -> bool:
        """Say whether `words` can be read, whatever blanks are between them."""
        return " ".join(words.split()) in self.text

    @property
    def text(self) -> str:
        return self.tree.text

    @property
    def title(self) -> str:
        (head,) = self.tree.all("head")
        return " ".join(title.text for title in head.all("title"))

    @property
    def heading(self) -> str:
        return self.only("h1").text

    @property
    def main(self) -> Element:
        return self.only("main")

    def only(self, tag: str) -> Element:
        """Return the one element of that `tag`."""
        found = self.tree.all(tag)
        assert len(found) == 1, f"{len(found)} <{tag}> at {self.path}"
        return found[0]

    def identified(self, name: str) -> Element:
        """Return the element of that id."""
        found = [each for each in self.tree.all() if each["id"] == name]
        assert len(found) == 1, f"{len(found)} #{name} at {self.path}"
        return found[0]

    def fact(self, label: str) -> str:
        """Return what stands beside `label` in a list of facts."""
        pairs = [
            pair for pair in self.tree.all("div") if [t.text for t in pair.all("dt")] == [label]
        ]
        assert len(pairs) == 1, f"{len(pairs)} facts named {label!r} at {self.path}"
        return " ".join(each.text for each in pairs[0].all("dd"))

    def links(self) -> dict[str, str]:
        """Return where each link leads, by its text."""
        return {link.text: link["href"] for link in self.tree.all("a")}

    def rows(self) -> list[str]:
        """Return the rows of all tables, headings left out."""
        return [row.text for body in self.tree.all("tbody") for row in body.all("tr")]

    def said_beside(self, field: str) -> str:
        """Return the hint and the refusal that a field is described by."""
        ids = self._control(field)["aria-describedby"].split()
        return " ".join(self.identified(each).text for each in ids)

    def typed_in(self, field: str) -> str:
        """Return what stands in an input."""
        control = self._control(field)
        return control.text if control.tag == "textarea" else control["value"]

    def _control(self, name: str) -> Element:
        found = [
            each for each in self.main.all("input", "select", "textarea") if each["name"] == name
        ]
        assert found, f"{name} is not asked at {self.path}"
        return found[0]

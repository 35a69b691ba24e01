"""Two ways to use a page: with a finger or a mouse, or with a keyboard and nothing else."""

from typing import Final, Protocol

import attrs
from playwright.sync_api import Page, expect

_MOST_STOPS: Final = 60
_FOCUSED: Final = """() => {
  const here = document.activeElement;
  const label = here.labels && here.labels.length ? here.labels[0].textContent : here.textContent;
  const style = getComputedStyle(here);
  const inside = here.type === "date" && !here.matches(":focus-visible");
  const ring = inside ? 3 : style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  return [label.trim().replace(/\\s+/g, " "), ring];
}"""
"""The button inside a date has a ring of the browser's own, which a page cannot ask for."""


class Hand(Protocol):
    def press(self, name: str) -> None:
        """Follow the link, or push the button, of that name."""

    def write(self, label: str, text: str) -> None:
        """Write in the field of that label."""

    def choose(self, label: str) -> None:
        """Pick the answer of that label, in the next group of answers."""

    def tick(self, label: str) -> None:
        """Tick the box whose label begins like this."""


@attrs.frozen
class Pointer:
    """A finger or a mouse."""

    page: Page

    def press(self, name: str) -> None:
        link, button = (self.page.get_by_role(role, name=name) for role in ("link", "button"))
        with self.page.expect_navigation():
            link.or_(button).first.click()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, label: str) -> None:
        self.page.get_by_label(label, exact=True).check()

    def tick(self, label: str) -> None:
        self.page.get_by_label(label).check()


@attrs.frozen
class Keyboard:
    """Tab, letters and Enter; complains of a stop that cannot be seen."""

    page: Page

    def press(self, name: str) -> None:
        self._go_to(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self._begin_where_it_reads()

    def write(self, label: str, text: str) -> None:
        self._go_to(label)
        self.page.keyboard.press("Control+A")
        if self.page.evaluate("document.activeElement.type") == "date":
            # Its parts come in the order of the language of the browser, which is not the page's.
            self.page.locator(":focus").fill(text)
        else:
            self.page.keyboard.type(text)

    def choose(self, label: str) -> None:
        for _ in range(_MOST_STOPS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement.type") == "radio":
                break
        self.page.keyboard.press("Space")
        for _ in range(_MOST_STOPS):
            name, ring = self.page.evaluate(_FOCUSED)
            assert ring >= 2, f"one cannot see where one is: {name}"
            if name == label:
                return
            self.page.keyboard.press("ArrowDown")
        message = f"no answer reads {label!r}"
        raise AssertionError(message)

    def tick(self, label: str) -> None:
        self._go_to(label)
        self.page.keyboard.press("Space")

    def _begin_where_it_reads(self) -> None:
        """See that one begins at the top, or past the skip link; if refused, at what is wrong."""
        alert = self.page.locator("main [role=alert]")
        if alert.count():
            expect(alert).to_be_focused()
        else:
            expect(self.page.locator(":focus:not(main)")).to_have_count(0)

    def _go_to(self, name: str) -> None:
        passed = []
        for _ in range(_MOST_STOPS):
            self.page.keyboard.press("Tab")
            label, ring = self.page.evaluate(_FOCUSED)
            passed.append(label[:40])
            assert ring >= 2, f"one cannot see where one is: {label}"
            if label.startswith(name):
                return
        message = f"Tab never comes to {name!r}: {passed}"
        raise AssertionError(message)

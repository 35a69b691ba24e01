"""Views as the server writes them, without a screen."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from tests.look.scene import Scene
from tests.look.view import Step, View
from tests.support.browser import Browser
from tests.support.page import Page
from tests.support.web_form import fill_in


def read(scene: Scene, views: Iterable[View]) -> Iterator[tuple[View, Page]]:
    """Give each view with its page; each of those who look signs in once."""
    for who, theirs in groupby(sorted(views, key=_owner), key=lambda view: view.who):
        browser = scene.signed_in(who)
        for view in theirs:
            yield view, _page(scene, browser, view)


def _page(scene: Scene, browser: Browser, view: View) -> Page:
    first, *others = (*(200 for _ in view.steps), view.status)
    page = browser.open(scene.address(view), expect=first)
    for step, status in zip(view.steps, others, strict=True):
        page = _after(scene, browser, step, expect=status)
    return page


def _after(scene: Scene, browser: Browser, step: Step, *, expect: int) -> Page:
    typed: dict[str, Any] = {
        name: words.format(**scene.names) for name, words in step.answers.items()
    }
    if step.button:
        return browser.press(step.button, expect=expect, **typed)
    form = browser.page.main.all("button")[0].within("form")
    assert form, f"no form at {browser.page.path}"
    return browser.deliver(fill_in(form, typed, at=browser.page.path), expect=expect)


def _owner(view: View) -> str:
    return view.who.value

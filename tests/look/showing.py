"""Views on the screen of Chromium, as those who look reach them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Literal, Self

import attrs
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from tests.look.scene import MAILBOXES, Scene
from tests.look.view import Step, View, Who
from tests.support.sample_portal import PASSWORD
from tests.support.served import Served
from tests.support.window import DESKTOP, Window, window


@attrs.frozen(kw_only=True)
class Showing:
    """The scene, and where it is served."""

    scene: Scene
    at: str

    @classmethod
    def of(cls, place: Served) -> Self:
        return cls(scene=Scene.laid(place.service, place.mailbox), at=place.at)

    @contextmanager
    def window_of(
        self,
        browser: Browser,
        who: Who,
        *,
        screen: ViewportSize = DESKTOP,
        scheme: Literal["light", "dark"] = "light",
    ) -> Iterator[Window]:
        """Open a window; whoever it belongs to has signed in."""
        with window(browser, screen=screen, scheme=scheme) as opened:
            if who in MAILBOXES:
                _sign_in(opened.page, at=self.at, email=MAILBOXES[who])
            yield opened

    def show(self, view: View, page: Page) -> None:
        """Open the view; what it is answered with is checked."""
        answer = page.goto(f"{self.at}{self.scene.address(view)}")
        for step in view.steps:
            _fill_in(page, step, names=self.scene.names)
            with page.expect_navigation() as navigation:
                _button(page, step).click()
            answer = navigation.value
        assert answer is not None
        assert answer.status == view.status, f"{view.name}: {answer.status}"


def _fill_in(page: Page, step: Step, *, names: Mapping[str, str]) -> None:
    for name, words in step.answers.items():
        field = page.locator(f"main [name={name}]")
        if field.first.get_attribute("type") == "radio":
            page.locator(f"main [name={name}][value='{words}']").check()
        elif field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(words.format(**names))


def _button(page: Page, step: Step) -> Locator:
    if step.button:
        return page.locator("main").get_by_role("button", name=step.button, exact=True)
    return page.locator("main form button").first


def _sign_in(page: Page, *, at: str, email: str) -> None:
    page.goto(f"{at}/connexion")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Se connecter").click()

"""A window of Chromium as a subscriber in France opens it, and what went wrong in it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Literal
from urllib.parse import urlsplit

from attrs import Factory, frozen
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
TABLET: ViewportSize = {"width": 820, "height": 1180}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PATIENCE: Final = 60_000
"""Milliseconds: what is waited for may take its time, on a machine that has much to do."""

_HERE = {"127.0.0.1", "localhost", None}
_CLEARED: Final = re.compile(
    r"Clear-Site-Data header on 'http://localhost:\d+/deconnexion': "
    r'Cleared data types: "cache", "storage"\.'
)
"""What Chromium notes, over https too, when it has done as we ask of it at the end of a session.

It complains of nothing, and can be silenced only by not asking: docs/security.md, B3.
"""


@frozen(kw_only=True)
class Window:
    """The page, and the complaints noted since it was opened."""

    page: Page
    complaints: list[str] = Factory(list)

    def overflow(self) -> int:
        """Give the pixels by which the page is wider than the window."""
        self.page.wait_for_load_state()
        return int(
            self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        )


@contextmanager
def window(
    browser: Browser,
    *,
    screen: ViewportSize = DESKTOP,
    scheme: Literal["light", "dark"] = "light",
    runs_scripts: bool = True,
) -> Iterator[Window]:
    """Open a window that remembers nothing of the others."""
    with browser.new_context(
        color_scheme=scheme,
        java_script_enabled=runs_scripts,
        locale="fr-FR",
        timezone_id="Europe/Paris",
        viewport=screen,
    ) as context:
        context.set_default_timeout(PATIENCE)
        opened = Window(page=context.new_page())
        _listen(opened)
        yield opened


def _listen(opened: Window) -> None:
    # Functions, not methods of Window: Playwright writes on the object a method belongs to.
    complaints = opened.complaints

    def on_console(message: ConsoleMessage) -> None:
        if not (message.type == "info" and _CLEARED.fullmatch(message.text)):
            complaints.append(f"{message.type}: {message.text}")

    def on_error(error: Error) -> None:
        complaints.append(f"script: {error.message}")

    def on_request(request: Request) -> None:
        if urlsplit(request.url).hostname not in _HERE:
            complaints.append(f"request: {request.url}")

    opened.page.on("console", on_console)
    opened.page.on("pageerror", on_error)
    opened.page.on("request", on_request)

"""A browser that reads pages the way a person would, and complains early."""

from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.support.answer_rules import check_headers
from tests.support.html_tree import Element
from tests.support.page import Page
from tests.support.page_rules import check_page
from tests.support.web_form import Sending, Typed, fill_in, form_asking, form_of_button, pressing

_MOST_HOPS = 5


class Browser:
    """One person's, with one jar of cookies.  Every answer on the way is checked."""

    def __init__(self, app: Flask, *, at: str = "http://localhost") -> None:
        self.client = app.test_client()
        self.at = at
        self.paid_at = str(app.extensions["siegvo-site"].payment_origin)
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        """Return what is on the screen."""
        assert self._page is not None, "open a page first"
        return self._page

    def open(self, path: str, *, expect: int = 200) -> Page:
        """Go to `path`, and wherever that leads."""
        assert urlsplit(path).netloc in {"", urlsplit(self.at).netloc}, f"{path} is elsewhere"
        return self._shown(self.ask("GET", path), path, expect=expect)

    def follow(self, text: str, *, expect: int = 200) -> Page:
        """Click on the link reading `text`."""
        links = self.page.links()
        assert text in links, f"no link reads {text!r} at {self.page.path}: {sorted(links)}"
        return self.open(urljoin(self.page.path, links[text]), expect=expect)

    def submit(self, path: str, *, expect: int = 200, **typed: Typed) -> Page:
        """Fill in the form found at `path`, as its reader would, and send it."""
        self.open(path)
        return self.send(expect=expect, **typed)

    def send(self, *, expect: int = 200, **typed: Typed) -> Page:
        """Fill in the form on the screen, and send it."""
        return self._send(form_asking(self.page, frozenset(typed)), typed, expect=expect)

    def press(self, label: str, *, expect: int = 200, **typed: Typed) -> Page:
        """Press the button reading `label`, the rest of its form filled in."""
        form = form_of_button(self.page, label)
        filled = fill_in(form, typed, at=self.page.path)
        return self.deliver(pressing(filled, form, label), expect=expect)

    def prepare(self, path: str, **typed: Typed) -> Sending:
        """Fill in the form found at `path`, and do not send it yet."""
        page = self.open(path)
        return fill_in(form_asking(page, frozenset(typed)), typed, at=page.path)

    def deliver(self, sending: Sending, *, expect: int = 200) -> Page:
        """Send what was prepared, once more if it was sent already."""
        answer = self.transmit(sending)
        return self._shown(answer, sending.action, expect=expect)

    def transmit(self, sending: Sending, **options: Any) -> TestResponse:
        """Send what was prepared, and go nowhere; with the headers of a browser, or with others."""
        options.setdefault("headers", self._provenance())
        if sending.method == "GET":
            return self.ask("GET", sending.action, query_string=MultiDict(sending.fields))
        data: MultiDict[str, Any] = MultiDict(sending.fields)
        for name, content in sending.files:
            assert sending.is_multipart, "files need a form in several parts"
            data.add(name, (BytesIO(content), "photo.jpg" if content else ""))
        return self.ask("POST", sending.action, data=data, **options)

    def ask(self, method: str, path: str, **options: Any) -> TestResponse:
        """Send one request, and check what comes back."""
        answer = self.client.open(path, method=method, base_url=self.at, **options)
        answer.request.environ["wsgi.input"].close()  # the test client leaves a large one open
        check_headers(answer, is_secure=self.at.startswith("https"), paid_at=self.paid_at)
        assert "@" not in path, "no address of a person in an address of a page"
        return answer

    def _provenance(self) -> dict[str, str]:
        where = self._page.path if self._page else "/"
        return {
            "Origin": self.at,
            "Referer": f"{self.at}{where}",
            "Sec-Fetch-Site": "same-origin",
        }

    def _send(self, form: Element, typed: dict[str, Typed], *, expect: int) -> Page:
        return self.deliver(fill_in(form, typed, at=self.page.path), expect=expect)

    def _shown(self, answer: TestResponse, path: str, *, expect: int) -> Page:
        for _ in range(_MOST_HOPS):
            if answer.status_code != 303:
                break
            path = urljoin(path, answer.headers["Location"])
            assert path.startswith("/"), f"sent elsewhere: {path}"
            answer = self.ask("GET", path)
        assert answer.status_code == expect, f"{answer.status_code} at {path}"
        assert answer.content_type == "text/html; charset=utf-8"
        self._page = check_page(Page(path=path, status=answer.status_code, source=answer.text))
        return self._page

"""Flask, less what it does at each request for applications that are not ours.

Each method here is one of Flask's own, shorter because ours is served under one name, has no
coroutines, and registers no functions to be run after a request.
"""

from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any
from wsgiref.types import WSGIEnvironment

from flask import Flask, Request, Response
from flask.globals import request_ctx
from flask.typing import ResponseReturnValue
from jinja2 import StrictUndefined
from werkzeug.routing import MapAdapter

from siegvo.entrypoints.web.methods import WRITES
from siegvo.entrypoints.web.templating import Templates


class Whole(Response):
    """A page given to the server as a list: granian sends that at once, others in pieces."""

    def get_wsgi_response(
        self, environ: WSGIEnvironment
    ) -> tuple[Iterable[bytes], str, list[tuple[str, str]]]:
        """Put nothing right where all is: one text, as long as its headers say."""
        if (
            self.status_code == HTTPStatus.OK
            and type(self.response) is list
            and not self._on_close
            and environ["REQUEST_METHOD"] != "HEAD"
            and "Content-Length" in self.headers
        ):
            return self.response, self.status, self.headers.to_wsgi_list()
        return super().get_wsgi_response(environ)


class LeanFlask(Flask):
    """What serves the pages, to those who ask for `served_at`, `portail.exemple.fr` or so."""

    served_at = ""
    response_class = Whole
    jinja_environment = Templates
    jinja_options: dict[str, Any] = {  # noqa: RUF012 (Flask's)
        "autoescape": True,
        "cache_size": -1,  # templates are kept for good
        "lstrip_blocks": True,
        "trim_blocks": True,
        "undefined": StrictUndefined,
    }

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        return func

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """Look closely at a request that is for another name than ours."""
        if request is None or request.environ.get("HTTP_HOST") != self.served_at:
            return super().create_url_adapter(request)
        request.host = self.served_at
        return MapAdapter(
            self.url_map,
            self.served_at,
            request.root_path,
            "",
            request.scheme,
            request.path,
            request.method,
            request.query_string.decode("latin-1"),
        )

    def preprocess_request(self) -> ResponseReturnValue | None:
        """Examine what is sent; who only opens an address without a query sends nothing."""
        asked = request_ctx.request
        if asked.method not in WRITES and not asked.query_string:
            return None
        return super().preprocess_request()

    def process_response(self, response: Response) -> Response:
        """Have the cookie set: nothing else of ours comes after a view."""
        self.session_interface.save_session(self, request_ctx.session, response)
        return response

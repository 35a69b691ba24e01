"""The headers of every answer, added at the edge: pages, files, errors, all the same."""

from collections.abc import Iterable
from typing import Any

import attrs

from siegvo.entrypoints.web.site import Site

# The shape of WSGI, which has no types of its own.
Environ = dict[str, Any]
StartResponse = Any
Application = Any

_EVERYWHERE = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),  # our forms check where they come from
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Origin-Agent-Cluster", "?1"),
    ("X-Permitted-Cross-Domain-Policies", "none"),
    (
        "Permissions-Policy",
        (
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), "
            "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
        ),
    ),
)
_CONTENT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action 'self'{payment}; "
    "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_CONTENT_OF_FILES = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'"
_PRIVATE = (("Cache-Control", "no-store, private"), ("Vary", "Cookie"))
_OURS = {"cache-control", "vary", "etag", "last-modified", "server"}


@attrs.frozen
class Headers:
    """A WSGI application, its answers fully headed."""

    inner: Application
    site: Site
    _constant: list[tuple[str, str]] = attrs.field(init=False)
    _of_files: list[tuple[str, str]] = attrs.field(init=False)

    @_constant.default
    def _all(self) -> list[tuple[str, str]]:
        elsewhere = f" {self.site.payment_origin}" if self.site.payment_origin else ""
        content, more = _CONTENT.format(payment=elsewhere), []
        if self.site.is_secure:
            content += "; upgrade-insecure-requests"
            more = [("Strict-Transport-Security", "max-age=63072000; includeSubDomains")]
        return [("Content-Security-Policy", content), *_EVERYWHERE, *more]

    @_of_files.default
    def _all_of_files(self) -> list[tuple[str, str]]:
        """Return the headers of what is handed over as a file: nothing in it runs."""
        _, *others = self._constant
        return [("Content-Security-Policy", _CONTENT_OF_FILES), *others]

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            if environ["PATH_INFO"].startswith("/static/") and status.startswith(
                ("200", "206", "304")
            ):
                kept = [pair for pair in headers if pair[0].lower() != "server"]
                return start_response(status, [*kept, *self._constant], *rest)
            kept = [pair for pair in headers if pair[0].lower() not in _OURS]
            is_file = any(name.lower() == "content-disposition" for name, _ in kept)
            constant = self._of_files if is_file else self._constant
            return start_response(status, [*kept, *constant, *_PRIVATE], *rest)

        answer: Iterable[bytes] = self.inner(environ, start)
        return answer

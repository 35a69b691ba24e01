"""What every answer owes the browser, page or not: its headers, to the letter."""

import re
from typing import Final

from werkzeug.wrappers import Response

from tests.support.treasury import ORIGIN

_EVERYWHERE: Final = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Origin-Agent-Cluster": "?1",
    "X-Permitted-Cross-Domain-Policies": "none",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
}
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "form-action {allowed}; "
    "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
_POLICY_OF_FILES: Final = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'"
_PRIVATE: Final = {"Cache-Control": "no-store, private", "Vary": "Cookie"}
_FOR_GOOD: Final = {"Cache-Control": "max-age=315360000, public, immutable"}
_OF_FILES: Final = frozenset({"Last-Modified", "ETag", "Vary", "Content-Encoding"})
_SOMETIMES: Final = frozenset(
    {"Content-Type", "Content-Length", "Location", "Set-Cookie", "Retry-After", "Allow"}
    | {"Clear-Site-Data", "Content-Disposition", "Content-Range", "Accept-Ranges"}
)
_VALUE: Final = r"[A-Za-z0-9_-]{43}"
_SESSION: Final = rf"siegvo={_VALUE}(\.{_VALUE})?; (Expires=[^;]+; Max-Age=\d+; )?"
_DEVICE: Final = rf"siegvo-appareil={_VALUE}; Expires=[^;]+; Max-Age=\d+; "
_LINK: Final = (
    r"siegvo-lien=([A-Za-z0-9_.-]{1,400}; Expires=[^;]+; Max-Age=1800|; Expires=[^;]+; Max-Age=0); "
)
_STRICT: Final = "HttpOnly; Path=/; SameSite=Lax"


def check_headers(
    answer: Response, *, is_secure: bool = False, is_file: bool = False, paid_at: str = ORIGIN
) -> None:
    """Compare the headers with what they must be; one more is one too many.

    Forms lead back to us, and to where payments are made.
    """
    allowed = f"'self' {paid_at}" if paid_at else "'self'"
    expected = _EVERYWHERE | {"Content-Security-Policy": _POLICY.format(allowed=allowed)}
    if is_secure:
        expected["Content-Security-Policy"] += "; upgrade-insecure-requests"
        expected["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
    if "Content-Disposition" in answer.headers:
        expected["Content-Security-Policy"] = _POLICY_OF_FILES
    expected |= _FOR_GOOD if is_file else _PRIVATE
    passed_over = _SOMETIMES | (_OF_FILES if is_file else frozenset())
    given = {name: value for name, value in answer.headers if name not in passed_over}
    assert given == expected
    cookies = answer.headers.getlist("Set-Cookie")
    assert len({each.partition("=")[0] for each in cookies}) == len(cookies), "each cookie once"
    host, secure = ("__Host-", "Secure; ") if is_secure else ("", "")
    pattern = f"{host}({_SESSION}|{_DEVICE}|{_LINK}){secure}{_STRICT}"
    for each in cookies:
        assert re.fullmatch(pattern, each), f"as strict as can be: {each}"

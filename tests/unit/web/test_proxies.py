"""Whom the portal believes when it is told who asks."""

from collections.abc import Iterable
from typing import Any

import pytest

from siegvo.entrypoints.web.proxies import TrustedProxies

OURS, STRANGER = "192.0.2.1", "198.51.100.7"
TOLD = {
    "HTTP_X_FORWARDED_FOR": "203.0.113.9",
    "HTTP_X_FORWARDED_PROTO": "https",
    "HTTP_X_FORWARDED_HOST": "mechant.example",
    "HTTP_FORWARDED": "for=203.0.113.9",
}


def told_by(address: str, **more: str) -> dict[str, Any]:
    """Return what the portal is given when `address` sends a request on."""
    given: dict[str, Any] = {}

    def inner(environ: dict[str, Any], _: Any) -> Iterable[bytes]:
        given.update(environ)
        return ()

    environ = {"REMOTE_ADDR": address, "HTTP_HOST": "localhost", "wsgi.url_scheme": "http"}
    TrustedProxies(inner, frozenset({OURS}))({**environ, **TOLD, **more}, None)
    return given


class TestAProxyOfOurs:
    def test_says_for_whom_it_asks_and_how(self) -> None:
        given = told_by(OURS)

        assert given["REMOTE_ADDR"] == "203.0.113.9"
        assert given["wsgi.url_scheme"] == "https"

    def test_is_known_on_a_server_that_listens_to_ipv6_too(self) -> None:
        assert told_by(f"::ffff:{OURS}")["REMOTE_ADDR"] == "203.0.113.9"

    def test_is_believed_for_what_it_saw_itself(self) -> None:
        given = told_by(OURS, HTTP_X_FORWARDED_FOR="10.0.0.1, 203.0.113.9")

        assert given["REMOTE_ADDR"] == "203.0.113.9"

    def test_does_not_choose_the_host(self) -> None:
        assert told_by(OURS)["HTTP_HOST"] == "localhost"


class TestAnybodyElse:
    @pytest.mark.parametrize("address", [STRANGER, "127.0.0.1", ""])
    def test_is_taken_for_who_they_are(self, address: str) -> None:
        given = told_by(address)

        assert given["REMOTE_ADDR"] == address
        assert given["wsgi.url_scheme"] == "http"
        assert given["HTTP_HOST"] == "localhost"

    def test_is_heard_by_nothing_further_in(self) -> None:
        assert not TOLD.keys() & told_by(STRANGER).keys()

"""Believing `X-Forwarded-*`, from those we know only."""

from collections.abc import Iterable
from typing import Any, Final

import attrs
from werkzeug.middleware.proxy_fix import ProxyFix

_IPV4_OVER_IPV6: Final = "::ffff:"
_FORWARDED: Final = (
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_FORWARDED",
)


@attrs.frozen
class TrustedProxies:
    """A WSGI application that learns the visitor's address from our own proxies only."""

    inner: Any
    addresses: frozenset[str]
    _behind_proxy: ProxyFix = attrs.field(init=False)

    @_behind_proxy.default
    def _fixed(self) -> ProxyFix:
        return ProxyFix(self.inner, x_for=1, x_proto=1, x_host=0, x_port=0, x_prefix=0)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        if _as_written(environ.get("REMOTE_ADDR", "")) in self.addresses:
            return self._behind_proxy(environ, start_response)
        for name in _FORWARDED:
            environ.pop(name, None)
        answer: Iterable[bytes] = self.inner(environ, start_response)
        return answer


def _as_written(address: str) -> str:
    """Return an IPv4 address as people write it: a server that listens on `::` does not."""
    return address.removeprefix(_IPV4_OVER_IPV6) if "." in address else address

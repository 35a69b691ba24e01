"""What is compared: a page, who serves it, and who asks for it."""

from collections.abc import Callable

import attrs


@attrs.frozen(kw_only=True)
class Server:
    """Processes that serve pages at `url`; `pids` are the roots of their trees."""

    url: str
    pids: tuple[int, ...]


@attrs.frozen(kw_only=True)
class Page:
    """A page, asked for by each of `cookies` in turn; `holds` is a text that proves it."""

    name: str
    server: Server
    path: str
    holds: str
    cookies: tuple[str, ...] = ("",)
    statements: int | None = None

    @property
    def url(self) -> str:
        return self.server.url + self.path


@attrs.frozen(kw_only=True)
class Load:
    """What a driver saw of a page: latencies in milliseconds."""

    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    failures: int


Drive = Callable[[Page, float, int], Load]
"""Ask for a page, for so many seconds, on so many connections kept open."""

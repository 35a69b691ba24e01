"""Where the time of a dashboard goes, seen from within while it is served, on one thread.

Parts are timed in their place.  In a loop of its own each seems half as long: there its code
and its data lie warm in the processor's caches, which a whole request is too wide for.
"""

from collections.abc import Callable, Sequence
from itertools import cycle, islice
from statistics import median
from time import perf_counter_ns
from typing import Any, Final

import attrs
from flask import Flask
from jinja2 import Template
from werkzeug.test import EnvironBuilder

import siegvo
from benchmarks import constant
from siegvo.application.portal import Portal
from siegvo.entrypoints.web.app import create_app
from siegvo.entrypoints.wsgi import settle, site_of

_TIMES: Final = 2_000
_WARM_UP: Final = 200
_WHOLE: Final = "the whole"
_TOKEN: Final = "  CSRF token, within the template"


@attrs.define
class _Watch:
    """Microseconds of what follows one another in a request, and of what lies within."""

    laps: dict[str, list[float]] = attrs.field(factory=dict)
    _last: int = 0

    def begin(self) -> None:
        self._last = perf_counter_ns()

    def lap(self, name: str) -> None:
        """Put down to `name` what happened since the last lap."""
        now = perf_counter_ns()
        self.laps.setdefault(name, []).append((now - self._last) / 1000)
        self._last = now

    def around(self, work: Callable[..., Any], *, before: str, name: str) -> Any:
        """Return `work` with a lap for what comes `before` it, and one for itself."""

        def watched(*arguments: Any, **named: Any) -> Any:
            self.lap(before)
            done = work(*arguments, **named)
            self.lap(name)
            return done

        return watched


def parts_of(settings: siegvo.Settings, *, cookies: Sequence[str]) -> dict[str, float]:
    """Return median microseconds of wall clock, in the order of the request."""
    address = str(settings.public_url)
    yardstick, watch, inner = _Watch(), _Watch(), _Watch()
    _ask(constant.application(), address=address, cookies=[""], watch=yardstick)
    with siegvo.open_portal(settings) as portal:
        app = create_app(_watched(portal, watch=watch), site_of(settings))
        settle()
        _listen(app, watch=watch, inner=inner)
        _ask(app, address=address, cookies=cookies, watch=watch)
    parts = {name: median(times[_WARM_UP:]) for name, times in watch.laps.items()}
    return {
        "Flask constant": sum(median(times) for times in yardstick.laps.values()),
        **parts,
        _WHOLE: sum(parts.values()),
        **{
            name: median(times) * len(times) / (_WARM_UP + _TIMES)
            for name, times in inner.laps.items()
        },
    }


def _watched(portal: Portal, *, watch: _Watch) -> Portal:
    arrive = watch.around(
        portal.accounts.arrive,
        before="edge and Flask, to the view",
        name="who is it, and the contract sheet",
    )
    return attrs.evolve(portal, accounts=attrs.evolve(portal.accounts, arrive=arrive))


def _listen(app: Flask, *, watch: _Watch, inner: _Watch) -> None:
    """Hear when a page is rendered, and when its token is made."""
    environment, made = app.jinja_env, app.jinja_env.globals["csrf_token"]
    environment.template_class = _timed(watch)

    def csrf_token() -> Any:
        inner.begin()
        token = made()
        inner.lap(_TOKEN)
        return token

    environment.globals["csrf_token"] = csrf_token


def _timed(watch: _Watch) -> type[Template]:
    class Timed(Template):
        def render(self, *given: Any, **named: Any) -> str:
            watch.lap("view: ready to print")
            printed = super().render(*given, **named)
            watch.lap(f"template {self.name}")
            return printed

    return Timed


def _ask(app: Flask, *, address: str, cookies: Sequence[str], watch: _Watch) -> None:
    """Ask for the dashboard again and again, with each of `cookies` in turn."""
    environs = [_environ(address, cookie=cookie) for cookie in cookies]
    for environ in islice(cycle(environs), _WARM_UP + _TIMES):
        asked = dict(environ)
        watch.begin()
        for _ in app.wsgi_app(asked, lambda *_: len):
            pass
        watch.lap("edge and Flask, from the view")


def _environ(address: str, *, cookie: str) -> dict[str, Any]:
    builder = EnvironBuilder("/tableau-de-bord", base_url=address, headers=[("Cookie", cookie)])
    return builder.get_environ()

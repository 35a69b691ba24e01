"""Where the time of a dashboard goes: each part by itself, in one process, on one thread."""

from collections.abc import Callable, Mapping
from time import process_time
from typing import Any, Final
from wsgiref.types import WSGIApplication

from flask import Flask, current_app, g, render_template
from werkzeug.test import EnvironBuilder

import siegvo
from benchmarks import constant
from siegvo.application.portal import Portal
from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.app import create_app
from siegvo.entrypoints.web.contracts.dashboard_page import DashboardPage, dashboard_page
from siegvo.entrypoints.wsgi import settle, site_of

_CALLS: Final = 200
_TIMES: Final = 9
_PATH: Final = "/tableau-de-bord"

Part = Callable[[], object]


def parts_of(settings: siegvo.Settings, *, cookie: str) -> dict[str, float]:
    """Return microseconds of processor: three whole answers, then what the last is made of."""
    with siegvo.open_portal(settings) as portal:
        app = create_app(portal, site_of(settings))
        app.add_url_rule("/rien", view_func=lambda: "x" * 6_000)
        browser: dict[str, Any] = {
            "base_url": str(settings.public_url),
            "headers": {"Cookie": cookie},
        }
        answers: dict[str, Part] = {
            "Flask constant": _answer(constant.application(), EnvironBuilder(_PATH)),
            "constant behind our edge": _answer(app, EnvironBuilder("/rien", **browser)),
            "dashboard": _answer(app, EnvironBuilder(_PATH, **browser)),
        }
        settle()
        with app.test_request_context(_PATH, **browser):
            return _timed({**answers, **_inside(portal)})


def _inside(portal: Portal) -> dict[str, Part]:
    """Return the parts of the view, with what each needs made beforehand."""
    visitor = current.subscriber()
    holder, number = visitor.account, visitor.contracts[0].number
    sheet = portal.contracts.show_dashboard(holder=holder, contract=number)
    view = dashboard_page(sheet, contracts=visitor.contracts, today=current.today())
    return {
        "  who is it": lambda: portal.accounts.who_is(current.cookie().sent),
        "  contract sheet": lambda: portal.contracts.show_dashboard(holder=holder, contract=number),
        "  ready to print": lambda: dashboard_page(
            sheet, contracts=visitor.contracts, today=current.today()
        ),
        "  template": lambda: _rendered(view),
        "    of which its CSRF token": _csrf_token,
    }


def _rendered(view: DashboardPage) -> str:
    g.pop("csrf_token", None)
    return render_template("contracts/dashboard.html", signed_in=True, page=view)


def _csrf_token() -> str:
    g.pop("csrf_token", None)  # made once a request
    make_token: Any = current_app.jinja_env.globals["csrf_token"]
    return str(make_token())


def _answer(app: Flask, asked: EnvironBuilder) -> Part:
    environ = asked.get_environ()
    wsgi: WSGIApplication = app.wsgi_app

    def start(_status: str, _headers: list[tuple[str, str]], *_: Any) -> Any:
        return None

    return lambda: b"".join(wsgi(dict(environ), start))


def _timed(parts: Mapping[str, Part]) -> dict[str, float]:
    seen: dict[str, list[float]] = {name: [] for name in parts}
    for _ in range(_TIMES):
        for name, part in parts.items():
            began = process_time()
            for _ in range(_CALLS):
                part()
            seen[name].append((process_time() - began) / _CALLS * 1e6)
    # The least disturbed: whatever else the machine did only ever added to it.
    return {name: min(times) for name, times in seen.items()}

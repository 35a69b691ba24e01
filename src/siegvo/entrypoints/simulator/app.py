"""A simulator of PayFiP on the web: its SOAP service and its payment page.  No money moves."""

from pathlib import Path
from typing import Final

from flask import Flask, Response, g, request, send_file
from jinja2 import StrictUndefined

from siegvo.adapters.french.values import say
from siegvo.adapters.treasury.payfip import SERVICE_PATH
from siegvo.entrypoints.simulator import page
from siegvo.entrypoints.simulator.notifying import Notifier
from siegvo.entrypoints.simulator.service import Service
from siegvo.entrypoints.web.assets import shipped_assets, with_static
from siegvo.entrypoints.web.icons import ICONS

_LONGEST: Final = 64 * 1024
_STYLE: Final = Path(__file__).with_name("simulator.css")
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def create_simulator(service: Service, *, notifier: Notifier) -> Flask:
    """Put `service` on the web, and its operations on a page."""
    app = Flask(__name__, static_folder=None)
    app.config.update(MAX_CONTENT_LENGTH=_LONGEST)
    app.extensions |= {
        "simulator-operations": service.operations,
        "simulator-clients": service.clients,
        "simulator-notifier": notifier,
    }
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["say"] = say
    assets = shipped_assets()
    app.jinja_env.globals |= {"asset": assets.url, "icons": ICONS}
    app.register_blueprint(page.blueprint)

    @app.post(SERVICE_PATH)
    def soap() -> Response:
        content, status = service.answer(request.get_data())
        return Response(content, status=status, content_type="text/xml; charset=utf-8")

    @app.get("/tpa/simulateur.css")
    def style() -> Response:
        return send_file(_STYLE, mimetype="text/css")

    app.after_request(_headed)
    served = with_static(app.wsgi_app, assets=assets)
    app.wsgi_app = served  # type: ignore[assignment,method-assign]  # Flask's own way to be wrapped
    return app


def _headed(answer: Response) -> Response:
    """Allow what the page needs, and a form that leads back to the portal it came from."""
    back = g.get("leads_to", "")
    answer.headers.update(_HEADERS)
    answer.headers["Content-Security-Policy"] = (
        (
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
            f"form-action 'self' {back}; frame-ancestors 'none'; base-uri 'none'"
        )
        .replace("  ", " ")
        .replace(" ;", ";")
    )
    return answer

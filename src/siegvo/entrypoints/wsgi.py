"""What a WSGI server imports."""

import atexit
import gc
from contextlib import ExitStack
from wsgiref.types import WSGIApplication

from siegvo.entrypoints.bootstrap import form_keys, open_portal, wall_clock
from siegvo.entrypoints.settings import Settings
from siegvo.entrypoints.settings_loading import load_settings
from siegvo.entrypoints.web.app import create_app
from siegvo.entrypoints.web.site import Site


def application() -> WSGIApplication:
    """Open the portal for as long as this process lives.

    Any WSGI server will do: `gunicorn 'siegvo.entrypoints.wsgi:application()'`.
    """
    settings = load_settings()
    process = ExitStack()
    atexit.register(process.close)
    portal = process.enter_context(open_portal(settings))
    app = create_app(portal, site_of(settings))
    settle()
    return app


def site_of(settings: Settings) -> Site:
    """Return what the web needs to know of its installation."""
    return Site(
        public_url=str(settings.public_url),
        form_keys=form_keys(settings),
        utility=settings.utility,
        clock=wall_clock(),
        trusted_proxies=settings.trusted_proxies,
        payment_origin=settings.payment_origin,
    )


def settle() -> None:
    """Spare the garbage collector what lives as long as the process."""
    gc.collect()
    gc.freeze()

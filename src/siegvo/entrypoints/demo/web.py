"""The portal of the demo: the real one, with its mailbox beside it."""

import atexit
from contextlib import ExitStack
from wsgiref.types import WSGIApplication

from siegvo.entrypoints.bootstrap import open_portal
from siegvo.entrypoints.demo import mailbox
from siegvo.entrypoints.demo.place import MAILBOX
from siegvo.entrypoints.mailers import caught_mail
from siegvo.entrypoints.settings_loading import load_settings
from siegvo.entrypoints.web.app import create_app
from siegvo.entrypoints.wsgi import settle, site_of


def application() -> WSGIApplication:
    """Open the portal, and show what its worker catches."""
    settings = load_settings()
    process = ExitStack()
    atexit.register(process.close)
    app = create_app(process.enter_context(open_portal(settings)), site_of(settings))
    mailbox.init_app(app, caught_mail(settings, folder=settings.data_dir / MAILBOX))
    settle()
    return app

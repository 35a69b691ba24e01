"""How many functions written in Python are called to serve a request: it costs what it calls."""

import gc
import sys
from types import FrameType
from wsgiref.types import WSGIEnvironment

from flask import Flask
from werkzeug.test import run_wsgi_app


def calls_to_serve(app: Flask, environ: WSGIEnvironment) -> int:
    """Serve the request in this thread, and count; generators count each time they go on."""
    calls = 0

    def note(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    gc.disable()  # what others left to be thrown away is no work of this request
    sys.setprofile(note)
    try:
        _, status, _ = run_wsgi_app(app.wsgi_app, environ, buffered=True)
    finally:
        sys.setprofile(before)
        gc.enable()
    assert status.startswith("200"), status
    return calls

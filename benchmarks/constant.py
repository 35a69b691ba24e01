"""The yardstick: what Flask alone can do with a page of 10 kB that is always the same."""

from flask import Flask

_PAGE = f"<!doctype html><title>Tableau de bord</title>{'<p>0123456789</p>' * 600}"[:10_000]


def application() -> Flask:
    app = Flask(__name__)

    @app.get("/tableau-de-bord")
    def constant() -> str:
        return _PAGE

    return app

"""Pages for anyone."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from siegvo.entrypoints.web import current
from siegvo.entrypoints.web.home.criteria import DECLARATION
from siegvo.entrypoints.web.home.proofs import ROOMS
from siegvo.entrypoints.web.pages import page

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def home() -> ResponseReturnValue:
    known = current.visitor() is not None
    return redirect(url_for("dashboard.dashboard" if known else "sign_in.sign_in"), code=303)


@blueprint.get("/a-quoi-sert-le-portail")
def about() -> ResponseReturnValue:
    return page("home/about.html")


@blueprint.get("/plan-du-site")
def site_map() -> ResponseReturnValue:
    return page("home/site_map.html")


@blueprint.get("/mentions-legales")
def legal() -> ResponseReturnValue:
    return page("home/legal.html")


@blueprint.get("/donnees-personnelles")
def privacy() -> ResponseReturnValue:
    return page("home/privacy.html")


@blueprint.get("/accessibilite")
def accessibility() -> ResponseReturnValue:
    return page(
        "home/accessibility.html",
        declaration=DECLARATION,
        rooms=ROOMS.values(),
        host=current.site().host,
    )

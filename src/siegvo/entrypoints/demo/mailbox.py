"""`/demo/courrier`: the letters of the demo, whoever they were for."""

import re
from pathlib import Path
from typing import Final, cast

from flask import Blueprint, Flask, abort, current_app
from flask.typing import ResponseReturnValue
from markupsafe import Markup, escape

from siegvo.adapters.mail.caught import CaughtLetter, CaughtMail
from siegvo.adapters.mail.links import breakable
from siegvo.entrypoints.web.pages import page

PATH: Final = "/demo/courrier"

_LINK = re.compile(r"(https?://[^\s<>]+[^\s<>.,;:!?)])")

blueprint = Blueprint(
    "mailbox",
    __name__,
    url_prefix=PATH,
    template_folder=str(Path(__file__).parent / "templates"),
)


def init_app(app: Flask, mail: CaughtMail) -> None:
    """Show the letters that `mail` catches."""
    app.extensions["siegvo-demo-mail"] = mail
    app.register_blueprint(blueprint)


@blueprint.get("")
def letters() -> ResponseReturnValue:
    return page("demo/letters.html", letters=_letters(), path=PATH)


@blueprint.get("/<name>")
def letter(name: str) -> ResponseReturnValue:
    """Show the text of one letter; its HTML is for mail programs, not for our pages."""
    found = next((kept for kept in _letters() if kept.name == name), None)
    if found is None:
        abort(404)
    return page("demo/letter.html", letter=found, paragraphs=paragraphs(found.text))


def paragraphs(text: str) -> tuple[Markup, ...]:
    """Cut a letter at its empty lines; its addresses can be followed."""
    return tuple(_linked(part) for part in re.split(r"\n\s*\n", text.strip()))


def _linked(text: str) -> Markup:
    pieces = (_piece(part) for part in _LINK.split(text))
    return Markup("").join(pieces)


def _piece(text: str) -> Markup:
    if _LINK.fullmatch(text):
        return Markup('<a href="{}">{}</a>').format(text, breakable(text))
    return Markup("<br>").join(map(escape, text.split("\n")))


def _letters() -> tuple[CaughtLetter, ...]:
    return cast("CaughtMail", current_app.extensions["siegvo-demo-mail"]).letters()

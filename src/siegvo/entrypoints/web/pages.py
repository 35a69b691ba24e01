"""Rendering."""

from flask import current_app
from flask.typing import ResponseReturnValue
from wtforms.form import BaseForm

from siegvo.entrypoints.web import current


def page(template: str, **context: object) -> str:
    """Render a page; the frame wants to know whether somebody is signed in."""
    return render(template, signed_in=current.visitor() is not None, **context)


def render(template: str, **context: object) -> str:
    """Render a template with what it is given, and nothing of Flask's own."""
    return current_app.jinja_env.get_template(template).render(context)


def form_page(template: str, form: BaseForm, **context: object) -> ResponseReturnValue:
    """Render a page around one form: 422 when an answer was refused."""
    status = 422 if form.errors else 200
    return page(template, form=form, **context), status
